package passo.aws.iam;

import passo.engine.Call;
import passo.engine.StartExecution;

/// The names of things as policies write them.
final class Arns {

    private Arns() {}

    static String of(String service, String account, String rest) {
        return "arn:aws:" + service + ":" + StartExecution.REGION + ":" + account + ":" + rest;
    }

    static String role(String account, String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    /// The account of the execution that calls.
    static String account(Call call) {
        return call.executionArn().split(":")[4];
    }

    /// The name of its state machine: that of a distributed Map's child has a label after a slash.
    static String machineName(Call call) {
        return call.executionArn().split(":")[6].split("/")[0];
    }

    static String machine(Call call) {
        return of("states", account(call), "stateMachine:" + machineName(call));
    }

    /// The name of a function, which is called by its name or its ARN, with a version or an alias or without.
    static String functionName(String nameOrArn) {
        String[] parts = nameOrArn.split(":");
        return parts[parts.length > 6 && parts[0].equals("arn") ? 6 : 0];
    }
}
