package passo.aws.iam;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;

/// What AWS asks of a role when a state machine is made with it. AWS, CreateStateMachine: an `AccessDeniedException` is what it answers
/// where the role does not do.
public final class Creation {

    private static final List<String> LOGGING = List.of("logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups");

    private Creation() {}

    /// Why AWS does not make the machine, in its words; empty where it does.
    ///
    /// @param role the name of the role
    /// @param machineArn of the state machine
    /// @param logs is its history logged?
    public static Optional<String> refusal(StateMachine machine, String role, Roles roles, String machineArn, boolean logs) {
        String account = machineArn.split(":")[4];
        Optional<Role> found = roles.find(role);
        if (found.filter(known -> isTrusting(known, machineArn, account)).isEmpty()) {
            return Optional.of("Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.");
        }
        if (rules(machine).flatMap(job -> job.onTheRule(account).stream()).anyMatch(access -> !found.get().decide(access).allows())) {
            return Optional.of("'" + Arns.role(account, role) + "' is not authorized to create managed-rule.");
        }
        return logs && LOGGING.stream().anyMatch(action -> !found.get().decide(Access.to(action, "*")).allows())
                ? Optional.of("The state machine IAM Role is not authorized to access the Log Destination") : Optional.empty();
    }

    private static boolean isTrusting(Role role, String machineArn, String account) {
        var context = Access.to("sts:AssumeRole", "*").with("aws:SourceAccount", account).with("aws:SourceArn", machineArn);
        return Stream.of("states.amazonaws.com", "states.us-east-1.amazonaws.com")
                .anyMatch(service -> role.trusts(new Statement.Principal("Service", service), context));
    }

    private static Stream<Waiting> rules(StateMachine machine) {
        return machine.everyState().flatMap(state -> state instanceof State.Task task && task.resource() instanceof Resource.Service service
                ? Waiting.of(service).stream() : Stream.empty());
    }
}
