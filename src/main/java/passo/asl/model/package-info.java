/// What AWS's services are asked and what they answer: the shapes of their own service models, against which requests and mocked
/// answers are checked.
///
/// A shape is data, named as the models name it; recursive ones refer to each other by name. Nothing here calls anything.
///
/// The shapes stand beside [passo.asl.catalogue.SdkCatalogue] in one resource of two megabytes, `services`, which is committed, because making it
/// takes 90 MB of models: `mvn -Pmodels process-test-classes` distils it of `com.amazonaws:aws-java-sdk-models` (Apache-2.0) and, for
/// S3, of Debian's `python3-botocore` (Apache-2.0); the same models give the same bytes. AWS no longer adds to these models: what a
/// service has learnt since the summer of 2024, S3 since the end of 2022, is not in them. So nothing is refused because it is merely
/// unknown here: only what is known and broken, and a field that cannot be newer (`RequestModel`).
package passo.asl.model;
