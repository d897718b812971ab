/// CloudWatch and X-Ray: what a run leaves behind for who watches it. Logs, metrics and segments are questions put to a trace after the
/// run; alarms are evaluated over virtual time. As a service (`CloudWatch`) it takes the alarms and the numbers that workflows send it.
/// Knows services' logs, no page.
package passo.aws.cloudwatch;
