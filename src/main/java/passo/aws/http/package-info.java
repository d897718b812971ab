/// HTTP endpoints: those of HTTP tasks and of API Gateway.
package passo.aws.http;
