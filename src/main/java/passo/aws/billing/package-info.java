/// What a run costs on AWS, with the arithmetic. The prices and their date stand in one file, `prices.json`.
package passo.aws.billing;
