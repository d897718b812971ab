package passo.aws.iam;

import java.util.List;
import java.util.Map;
import passo.aws.service.Request;
import passo.engine.StartExecution;

/// What is known of every request. AWS, "Global condition context keys".
final class Circumstances {

    private Circumstances() {}

    static Access of(Access access, Caller caller, Request request) {
        return access.with(Map.of(
                "aws:PrincipalArn", List.of(Arns.role(caller.account(), caller.role().name())),
                "aws:PrincipalAccount", List.of(caller.account()),
                "aws:PrincipalType", List.of("AssumedRole"),
                "aws:SourceAccount", List.of(caller.account()),
                "aws:SourceArn", List.of(Arns.machine(request.call())),
                "aws:RequestedRegion", List.of(StartExecution.REGION),
                "aws:SecureTransport", List.of("true"),
                "aws:CurrentTime", List.of(request.at().toString()),
                "aws:EpochTime", List.of(String.valueOf(request.at().getEpochSecond()))));
    }
}
