/// What carries messages from one to another: queues, topics, the event bus.
package passo.aws.messaging;
