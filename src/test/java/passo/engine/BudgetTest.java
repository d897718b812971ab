package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

class BudgetTest {

    private static final BooleanSupplier NEVER = () -> false;
    private static final String LOOP = """
            {"StartAt": "A", "States": {
             "A": {%s "Next": "B"},
             "B": {"Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true, "Next": "Z"}], "Default": "A"},
             "Z": {"Type": "Succeed"}}}""";
    private static final String TASK = "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:111122223333:function:f\", ";
    private static final String BRANCH = "{\"StartAt\": \"C\", \"States\": {\"C\": {\"Type\": \"Pass\", \"Result\": 0, \"End\": true}}}";
    private static final int LARGE = 250_000;

    @Test
    void countsAValueOnceHoweverOftenItIsKept() {
        Json large = Json.of("x".repeat(10_000));
        var budget = new Budget(new Limits(100, 35_000, NEVER));

        for (int i = 0; i < 1_000; i++) budget.keep(large);
        budget.keep(Json.array(large, large, large));
        budget.keep(Json.Obj.of("a", large, "b", Json.of("x".repeat(10_000))));

        assertThat(budget.refused()).isEmpty();
        budget.keep(Json.of("x".repeat(20_000)));
        assertThat(budget.refused()).contains(new Run.Refused(Run.Reason.BYTES, 35_000));
    }

    @Test
    void countsSmallValuesEachTime() {
        var budget = new Budget(new Limits(100, 1_000, NEVER));

        for (int i = 0; i < 250; i++) budget.keep(Json.of(1_000L));

        assertThat(budget.isSpent()).isFalse();
        budget.keep(Json.of(1L));
        assertThat(budget.isSpent()).isTrue();
    }

    @Test
    void refusesMoreEventsThanAllowed() {
        var budget = new Budget(new Limits(3, 1_000, NEVER));

        for (int i = 0; i < 3; i++) budget.event();

        assertThat(budget.refused()).isEmpty();
        budget.event();
        assertThat(budget.refused()).contains(new Run.Refused(Run.Reason.EVENTS, 3));
    }

    @Test
    void refusesARunThatIsOverdue() {
        StartExecution start = Machines.start(LOOP.formatted("\"Type\": \"Pass\", "), Json.Obj.EMPTY, 0);

        assertThat(Execution.run(start, Machines.answering(new Outcome.Success(Json.NULL)), Limits.NORMAL.until(() -> true)))
                .isEqualTo(new Run.Refused(Run.Reason.TIME, 0));
    }

    @Test
    void handsALargePayloadThroughALoopWithoutCountingItAgain() {
        StartExecution start = Machines.start(LOOP.formatted("\"Type\": \"Pass\", "), Json.array(large()), 0);

        Run run = Execution.run(start, Machines.answering(new Outcome.Success(Json.NULL)), new Limits(200_000, 1L << 20, NEVER));

        assertThat(run.trace().failure()).map(Outcome.Failure::error).contains(ErrorName.RUNTIME);
    }

    /// Each machine makes another large value in each turn of its loop, in another field.
    @ParameterizedTest
    @ValueSource(strings = {
        "'Type': 'Pass', 'Parameters': {'x.$': 'States.Format(\\'{}\\', $)'}, 'OutputPath': '$.x',",
        "'Type': 'Pass', 'Parameters': {'x.$': 'States.Format(\\'{}\\', $)'}, 'ResultPath': null,",
        "'Type': 'Pass', 'Assign': {'x.$': 'States.Format(\\'{}\\', $)'},",
        "'Type': 'Parallel', 'Parameters': {'x.$': 'States.Format(\\'{}\\', $)'}, 'ResultPath': null, 'Branches': [BRANCH],",
        "TASK 'Parameters': {'x.$': 'States.Format(\\'{}\\', $)'}, 'ResultPath': null,",
        "TASK 'ResultSelector': {'x.$': 'States.Format(\\'{}\\', $$.Execution.Input)'}, 'ResultPath': null,"})
    void keepsARunsDistinctValuesWithinItsBytes(String field) {
        String state = field.replace("TASK", TASK).replace("BRANCH", BRANCH).replace("\\'", "\u0000").replace('\'', '"').replace('\u0000', '\'');
        StartExecution start = Machines.start(LOOP.formatted(state), large(), 0);
        long most = 4L << 20;
        Services services = Machines.answering(new Outcome.Success(Json.of(1)));
        var budget = new Budget(new Limits(200_000, most, NEVER));
        var agenda = new Agenda(start.at(), budget);
        var execution = new Execution(start, new Setting(start, services, agenda, budget, new Decisions(List.of())), null, _ -> {});
        execution.begin();
        for (Runnable event = agenda.next(); event != null && !budget.isSpent(); event = agenda.next()) event.run();

        assertThat(budget.refused()).contains(new Run.Refused(Run.Reason.BYTES, most));
        assertThat(kept(execution.trace())).isLessThan(most + 3L * LARGE);
    }

    private static Json large() {
        return Json.of("x".repeat(LARGE));
    }

    private static long kept(Trace trace) {
        Set<String> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        trace.steps().stream().flatMap(step -> Stream.concat(step.stages().stream().map(Step.Stage::value), Stream.of(step.input(), step.assigned())))
                .forEach(value -> strings(value, distinct));
        return distinct.stream().mapToLong(String::length).sum();
    }

    private static void strings(Json value, Set<String> found) {
        switch (value) {
            case Json.Str(var text) -> found.add(text);
            case Json.Obj obj -> obj.forEach((_, member) -> strings(member, found));
            case Json.Arr arr -> arr.forEach(item -> strings(item, found));
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }
}
