/// What services send and others get: SQS, SNS, EventBridge and its Scheduler. None knows where something arrives: they hand it on
/// by `service.Delivery`, as a call of the service that has it.
package passo.aws.messaging;
