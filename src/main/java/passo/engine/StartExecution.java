package passo.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.json.Json;

/// All that a run is made from, besides the services. AWS, StartExecution.
///
/// @param machineName of the state machine
/// @param name of the execution
/// @param at when it starts, in virtual time
/// @param seed of everything that is left to chance
/// @param synchronous is it an Express execution that its caller waits for (StartSyncExecution)?
/// @param role the name of the machine's role
public record StartExecution(StateMachine machine, Definition.Type type, String machineName, String name, String account, Json input,
        Instant at, long seed, boolean synchronous, String role) {

    public static final String REGION = "us-east-1";
    /// The longest that an execution may last. AWS, "Quotas".
    static final Duration STANDARD_LIFE = Duration.ofDays(365);
    public static final Duration EXPRESS_LIFE = Duration.ofMinutes(5);

    /// A Standard execution, or an Express one that its caller waits for, of a machine with a role of its own.
    public StartExecution(StateMachine machine, Definition.Type type, String machineName, String name, String account, Json input, Instant at,
            long seed) {
        this(machine, type, machineName, name, account, input, at, seed, type == Definition.Type.EXPRESS, machineName + "-role");
    }

    /// The same execution where nobody waits for it (StartExecution).
    public StartExecution asynchronous() {
        return new StartExecution(machine, type, machineName, name, account, input, at, seed, false, role);
    }

    /// The same execution of a machine with another role.
    public StartExecution as(String otherRole) {
        return new StartExecution(machine, type, machineName, name, account, input, at, seed, synchronous, otherRole);
    }

    /// The same execution, started at another time.
    StartExecution at(Instant start) {
        return new StartExecution(machine, type, machineName, name, account, input, start, seed, synchronous, role);
    }

    /// A second delivery of the same start: chance falls otherwise there.
    StartExecution again(Instant start) {
        return new StartExecution(machine, type, machineName, name, account, input, start, seed + 1, synchronous, role);
    }

    /// Does AWS run it at least once, and not exactly or at most once?
    boolean isAtLeastOnce() {
        return type == Definition.Type.EXPRESS && !synchronous;
    }

    /// An execution with a name of its own, made from the seed as the console makes one.
    public static StartExecution of(StateMachine machine, Definition.Type type, String machineName, String account, Json input, Instant at,
            long seed) {
        return new StartExecution(machine, type, machineName, Chance.uuid(new SplittableRandom(~seed)).toString(), account, input, at, seed);
    }

    public String machineArn() {
        return "arn:aws:states:" + REGION + ":" + account + ":stateMachine:" + machineName;
    }

    /// Standard: `…:execution:machine:name`; Express: `…:express:machine:name:uuid`, the uuid made from the seed.
    public String executionArn() {
        String begin = "arn:aws:states:" + REGION + ":" + account;
        return switch (type) {
            case STANDARD -> begin + ":execution:" + machineName + ":" + name;
            case EXPRESS -> begin + ":express:" + machineName + ":" + name + ":" + Chance.uuid(new SplittableRandom(seed));
        };
    }

    public String roleArn() {
        return "arn:aws:iam::" + account + ":role/" + role;
    }
}
