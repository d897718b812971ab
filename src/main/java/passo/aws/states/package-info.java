/// Step Functions itself, as a service that state machines call: nested executions and the answers to task tokens.
package passo.aws.states;
