/// Buckets and their objects, as the API of Amazon S3 shows them.
package passo.aws.s3;
