/// Where data lies: buckets and tables.
package passo.aws.storage;
