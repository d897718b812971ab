/// What workflows look up instead of writing it down: secrets, parameters, and what a key has locked.
package passo.aws.vault;
