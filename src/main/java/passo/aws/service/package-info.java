/// What the services of the small AWS have in common: how a request looks to them, how they answer and fail (`Api`), what they
/// share in one run (`Ledger`, `Bystanders`), and the one thing they all are (`Service`: `Actions` by name). Knows no service.
package passo.aws.service;
