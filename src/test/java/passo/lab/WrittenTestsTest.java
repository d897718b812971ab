package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.lab.exercise.TestCase;
import passo.lab.exercise.WrittenTests;
import passo.lab.exercise.WrittenTests.Fault;

class WrittenTestsTest {

    @Test void aDocumentIsATest() {
        WrittenTests tests = read("""
                # a comment
                ---
                name: pays at the limit
                input: {value: 500}
                expect: {status: SUCCEEDED}
                ---

                name: asks above it
                runs: [{input: {value: 501}}, {input: {value: 502}}]
                expect: {subset: {state: ASKED}}
                """);

        assertThat(tests.faults()).isEmpty();
        assertThat(tests.tests()).extracting(test -> test.name().in("pt-BR")).containsExactly("pays at the limit", "asks above it");
        assertThat(tests.tests()).extracting(test -> test.runs().size()).containsExactly(1, 2);
        assertThat(tests.tests()).extracting(TestCase::hidden).containsOnly(false);
        assertThat(tests.lines()).containsExactly(3, 8);
    }

    @Test void whatIsMisspeltIsToldWithItsLineAndWhatWasMeant() {
        assertThat(read("""
                name: one
                inputs: {}
                expect:
                  stauts: SUCCEEDED
                  shape: round
                """).faults()).containsExactly(
                new Fault(2, "answers.fault.near", List.of("inputs", "input")),
                new Fault(4, "answers.fault.near", List.of("stauts", "status")),
                new Fault(5, "answers.fault.unknown", List.of("shape", "calls, cause, duration, effects, effectsAnyOrder, error, failedAt, logs, never, "
                        + "notInLogs, output, status, subset, transitions, visited, visitedInOrder, world")),
                new Fault(1, "answers.fault.input", List.of()));
    }

    @Test void whatIsOfAnotherFormIsToldWithTheFormThatIsMeant() {
        assertThat(read("""
                name: one
                input: {}
                expect:
                  status: SUCCESS
                  calls: twice
                  duration: 3s
                ---
                name: two
                input: {}
                """).faults()).containsExactly(
                new Fault(4, "answers.fault.status", List.of("status")),
                new Fault(5, "answers.fault.calls", List.of("calls")),
                new Fault(6, "answers.fault.between", List.of("duration")),
                new Fault(8, "answers.fault.expect", List.of()));
    }

    @Test void aBrokenTextIsToldWhereItBreaks() {
        assertThat(read("""
                name: one
                input: {}
                expect: {status: SUCCEEDED}
                ---
                name: two
                input: {value: 1
                expect: {status: SUCCEEDED}
                """).faults()).extracting(Fault::key).containsExactly("answers.fault.yaml");
    }

    @Test void aWorldThatCannotBeIsToldInTheWordsOfTheWorld() {
        assertThat(read("""
                name: one
                input: {}
                world:
                  seed: many
                expect: {status: SUCCEEDED}
                """).faults()).containsExactly(new Fault(4, "world.expected.integer", List.of("\"many\"")));
    }

    @Test void tooManyTestsAreNotRead() {
        String many = "name: one\ninput: {}\nexpect: {status: SUCCEEDED}\n---\n".repeat(WrittenTests.MOST + 1);

        assertThat(read(many).faults()).containsExactly(new Fault(4 * WrittenTests.MOST + 1, "answers.fault.many", List.of("20")));
        assertThat(read("\n# nothing\n").faults()).containsExactly(new Fault(1, "answers.fault.none", List.of("20")));
    }

    private static WrittenTests read(String text) {
        return WrittenTests.read(text, Json.Obj.EMPTY);
    }
}
