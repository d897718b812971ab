package passo.aws.automatic;

import passo.asl.StateMachine;
import passo.json.Json;

/// An example of an input that a machine can work on: it has what the machine reads, with values that get it on.
public final class ExampleInput {

    private ExampleInput() {}

    public static Json of(StateMachine machine) {
        return Filling.of(new Needs(machine).input(), Json.Obj.EMPTY);
    }
}
