package passo.aws;

import passo.asl.StateMachine;
import passo.aws.automatic.AutomaticMock;
import passo.json.Json;

/// An example of an input that a machine can work on: it has what the machine reads, with values that get it on.
public final class ExampleInput {

    private ExampleInput() {}

    public static Json of(StateMachine machine) {
        return new AutomaticMock(machine).input();
    }
}
