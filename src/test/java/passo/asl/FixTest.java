package passo.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.asl.text.Diagnostic;

class FixTest {

    /// A text, and what its fixes make of it, one after the other.
    static final List<Arguments> TEXTS = List.of(
            Arguments.of("""
                    {
                      "StartAt": "Frist",
                      "States": {
                        "First": {
                          "Typ": "Pass",
                          "Next": "Second"
                        },
                        "Second": {
                          "Type": "Wait",
                          "Seconds": "5"
                        },
                        "Third": {"Type": "Fail", "End": true, "_note": "no"}
                      }
                    }
                    """, """
                    {
                      "StartAt": "First",
                      "States": {
                        "First": {
                          "Type": "Pass",
                          "Next": "Second"
                        },
                        "Second": {
                          "Type": "Wait",
                          "Seconds": 5,
                          "Next": "Third"
                        },
                        "Third": {"Type": "Fail", "Comment": "no"}
                      }
                    }
                    """),
            Arguments.of("""
                    # a comment stays
                    StartAt: 'Frist'
                    States:
                      First:
                        Type: Pas
                        Next: Second
                      Second:
                        Type: Task
                        Resource: arn:aws:states:::lambda:invok   # so does this
                        Parameters:
                          FunctionName: f
                          Payload: $.order
                        Retry:
                          - ErrorEquals: [States.ALL]
                          - ErrorEquals: [States.Timeout]
                            MaxAttempts: 5
                    """, """
                    # a comment stays
                    StartAt: 'First'
                    States:
                      First:
                        Type: Pass
                        Next: Second
                      Second:
                        Type: Task
                        Resource: arn:aws:states:::lambda:invoke   # so does this
                        Parameters:
                          FunctionName: f
                          Payload.$: $.order
                        Retry:
                          - ErrorEquals: [States.Timeout]
                            MaxAttempts: 5
                          - ErrorEquals: [States.ALL]
                        End: true
                    """),
            Arguments.of("""
                    {
                      // orders
                      // of a shop
                      "StartAt": "A", # the first
                      "States": {
                        "A": {
                          "Type": "Pass", /* it passes */
                          "QueryLanguage": "JSONata",
                          'Output': {% $states.input.a & "b" %},
                          "End": true,
                        }, // last
                      }
                    }
                    """, """
                    {
                      "Comment": "orders of a shop",
                      "StartAt": "A",
                      "States": {
                        "A": {
                          "Type": "Pass", "Comment": "it passes",
                          "QueryLanguage": "JSONata",
                          "Output": "{% $states.input.a & \\"b\\" %}",
                          "End": true
                        }
                      }
                    }
                    """),
            Arguments.of(jsonata("\"Output\": \"{% $states.input.a == '==' %}\""), jsonata("\"Output\": \"{% $states.input.a = '==' %}\"")),
            Arguments.of("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\"}}}", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true}}}"),
            Arguments.of("{\"StartAt\": \"A\", \"States\": {\"A\": {\"End\": true, \"Type\": \"Succeed\"}}}", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}"));

    @ParameterizedTest
    @FieldSource("TEXTS")
    void mendsATextAndKeepsItsForm(String text, String mended) {
        assertThat(mendedAll(text)).isEqualTo(mended);
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.JSON_PATH, Samples.JSONATA, Samples.YAML})
    void everyFixTakesItsMistakeAwayAndBringsNoOther(String sample) {
        var random = new Random(7);
        int fixes = 0;
        for (int i = 0; i < 800; i++) {
            String text = Broken.one(sample, random);
            List<String> before = said(text);
            for (Diagnostic diagnostic : diagnostics(text)) {
                if (diagnostic.fix().isEmpty()) continue;
                fixes++;
                List<String> after = said(diagnostic.fix().get().applyTo(text));
                if (diagnostic.code().equals("INVALID_JSON_DESCRIPTION")) assertThat(after).noneMatch(each -> each.startsWith(diagnostic.code()));
                else assertThat(before).containsAll(after).hasSizeGreaterThan(after.size());
            }
        }

        assertThat(fixes).isGreaterThan(50);
    }

    @Test void aMistakeThatCouldMeanManyThingsHasNoFix() {
        assertThat(diagnostics("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true, \"Next\": \"A\"}}}"))
                .isNotEmpty().allMatch(diagnostic -> diagnostic.fix().isEmpty());
    }

    private static String mendedAll(String text) {
        String mended = text;
        for (int i = 0; i < 20; i++) {
            var fix = diagnostics(mended).stream().flatMap(diagnostic -> diagnostic.fix().stream()).findFirst();
            if (fix.isEmpty()) return mended;
            mended = fix.get().applyTo(mended);
        }
        throw new AssertionError("There is no end of fixes: " + mended);
    }

    private static List<String> said(String text) {
        return diagnostics(text).stream().map(diagnostic -> diagnostic.code() + diagnostic.location() + diagnostic.message()).toList();
    }

    private static List<Diagnostic> diagnostics(String text) {
        return Definition.parse(text, Definition.Type.STANDARD).diagnostics();
    }

    private static String jsonata(String fields) {
        return "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"End\": true, " + fields + "}}}";
    }
}
