package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.engine.Event;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.json.Json;

/// A run made as far as one of its events leaves the world as it was at that moment.
class MomentTest {

    private static final String TABLE = "{dynamodb: {T: {partitionKey: {name: id, type: S}, items: []}}}";
    private static final String ONE_AFTER_THE_OTHER = """
            {StartAt: A, States: {
              A: {Type: Task, Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: {TableName: T, Item: {id: {S: a}}}, Next: Pause},
              Pause: {Type: Wait, Seconds: 60, Next: B},
              B: {Type: Task, Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: {TableName: T, Item: {id: {S: b}}}, End: true}}}""";

    @Test void whatCameAfterTheEventHasNotHappened() {
        var whole = Trial.run(ONE_AFTER_THE_OTHER, "{}", TABLE);

        assertThat(itemsAt(whole, Event.Type.ExecutionStarted, 0)).isEqualTo(Trial.json("[]"));
        assertThat(itemsAt(whole, Event.Type.TaskStateExited, 0)).isEqualTo(Trial.json("[{id: {S: a}}]"));
        assertThat(itemsAt(whole, Event.Type.WaitStateExited, 0)).isEqualTo(Trial.json("[{id: {S: a}}]"));
        assertThat(itemsAt(whole, Event.Type.TaskStateExited, 1)).isEqualTo(Trial.json("[{id: {S: a}}, {id: {S: b}}]"));
    }

    @Test void anEventThatNeverComesIsTheEndOfTheRun() {
        var whole = Trial.run(ONE_AFTER_THE_OTHER, "{}", TABLE);

        assertThat(cloudAt(whole, Integer.MAX_VALUE).world()).isEqualTo(whole.cloud().world());
    }

    private static Json itemsAt(Trial whole, Event.Type type, int which) {
        int event = whole.trace().events().stream().filter(e -> e.type() == type).skip(which).findFirst().orElseThrow().id();
        return ((Json.Obj) ((Json.Obj) cloudAt(whole, event).world().get("dynamodb")).get("T")).get("items");
    }

    private static Cloud cloudAt(Trial whole, int event) {
        var cloud = new Cloud(Trial.world(TABLE), List.of(), whole.trace().start());
        Execution.runTo(event, whole.trace().start(), cloud, Limits.NORMAL, List.of());
        return cloud;
    }
}
