package passo.web.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.asl.Definition;
import passo.engine.Trace;
import passo.web.Language;

class PointedTest {

    static final String SHOP = """
            {"Comment": "shop", "StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:ChargeCard", "InputPath": "$.order",
                "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"], "MaxAttempts": 2}], "End": true}}}]}}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Comment"   |
            "Branches"  | Parallel: Runs its 1 branch with the input; the result is a list with that one result.
            "Charge": { | Task: Calls the Lambda function ChargeCard and waits for its answer.
            InputPath   | InputPath: Only this goes in: what stands at $.order: here 7.
            $.order     | InputPath: Only this goes in: what stands at $.order: here 7.
            MaxAttempts | Retry[0]: Tries up to 2 more times, after 1 and 2 s, only when the service asks for calm (Lambda.TooManyRequestsException). In this run it was not needed.
            TooMany     | Lambda.TooManyRequestsException: Lambda got more calls than it takes at once and asks to come back later: the classic reason to try again with growing waits. It can be tried again with Retry and caught with Catch.
            """)
    void theInnermostFieldOfThePlaceIsExplained(String place, String said) {
        Definition definition = Definition.parse(SHOP, Definition.Type.STANDARD);
        Trace trace = ExplainerTest.run(definition.machine().orElseThrow(), "{\"order\": 7}", "{}");
        var known = Known.of(ExplainerTest.page(Language.ENGLISH), definition, Optional.empty());

        Optional<String> told = Pointed.at(known, Optional.of(trace), SHOP.indexOf(place) + 1).map(found -> found.title() + ": " + ExplainerTest.said(found.said()));
        assertThat(told).isEqualTo(Optional.ofNullable(said));
    }
}
