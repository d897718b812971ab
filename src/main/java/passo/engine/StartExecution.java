package passo.engine;

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
public record StartExecution(StateMachine machine, Definition.Type type, String machineName, String name, String account, Json input,
        Instant at, long seed) {

    public static final String REGION = "us-east-1";

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
        return "arn:aws:iam::" + account + ":role/" + machineName + "-role";
    }
}
