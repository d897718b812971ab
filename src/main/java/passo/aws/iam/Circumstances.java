package passo.aws.iam;

import passo.aws.service.Request;
import passo.engine.StartExecution;

/// What is known of every request. AWS, "Global condition context keys".
final class Circumstances {

    private Circumstances() {}

    static Access of(Access access, Caller caller, Request request) {
        return access.with("aws:PrincipalArn", Arns.role(caller.account(), caller.role().name()))
                .with("aws:PrincipalAccount", caller.account())
                .with("aws:PrincipalType", "AssumedRole")
                .with("aws:SourceAccount", caller.account())
                .with("aws:SourceArn", Arns.machine(request.call()))
                .with("aws:RequestedRegion", StartExecution.REGION)
                .with("aws:SecureTransport", "true")
                .with("aws:CurrentTime", request.at().toString())
                .with("aws:EpochTime", String.valueOf(request.at().getEpochSecond()));
    }
}
