package passo.aws.states;

import java.util.regex.Pattern;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.engine.semantics.Outcome;

/// What Step Functions refuses, in its words.
record Errors(Ledger ledger) {

    /// AWS, StartExecution and CreateActivity: what may be a name.
    static final Pattern NAME = Pattern.compile("[^\\s?*<>{}\\[\\]\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

    Outcome.Failure of(Request request, String code, String message) {
        return Api.STATES.failure(request, ledger, 400, code, message);
    }

    Outcome.Failure notAnArn(Request request, String text) {
        return of(request, "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + text.split(":", 2)[0] + "'");
    }

    Outcome.Failure noMachine(Request request, String arn) {
        return arn.startsWith("arn:") ? of(request, "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'") : notAnArn(request, arn);
    }

    Outcome.Failure noExecution(Request request, String arn) {
        return arn.startsWith("arn:") ? of(request, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'") : notAnArn(request, arn);
    }

    Outcome.Failure badName(Request request, String name) {
        return of(request, "InvalidName", "Invalid Name: '" + name + "'");
    }

    Outcome.Failure badToken(Request request) {
        return of(request, "InvalidToken", "Invalid Token: 'Invalid token'");
    }

    Outcome.Failure unsupported(Request request) {
        return of(request, "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }
}
