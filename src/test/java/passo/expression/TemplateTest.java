package passo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static passo.json.JsonText.parse;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.expression.Template.Result;

class TemplateTest {

    @Test
    void computesTheNamesThatEndInDollarAtAnyDepth() {
        Template template = compile("""
                {"id.$": "$.id", "literal": "$.id", "run.$": "$$.Execution.Input.order",
                 "list": [{"sum.$": "States.MathAdd($.id, 1)"}, "$.id", 3], "deep": {"er": {"all.$": "$"}}}""");

        assertThat(template.evaluate(Scopes.on("{\"id\": 7}"))).hasToString(
                "{\"id\":7,\"literal\":\"$.id\",\"run\":7,\"list\":[{\"sum\":8},\"$.id\",3],\"deep\":{\"er\":{\"all\":{\"id\":7}}}}");
    }

    @Test
    void isItsOwnValueWhereNothingIsComputed() {
        Template template = compile("{\"a\": [1, {\"b\": \"$.c\"}]}");

        assertThat(template.isLiteral()).isTrue();
        assertThat(template.evaluate(Scopes.on("{}"))).isSameAs(template.json());
    }

    @Test
    void readsVariables() {
        assertThat(compile("{\"total.$\": \"$order.total\"}").evaluate(Scopes.with("{\"order\": {\"total\": 3}}")))
                .hasToString("{\"total\":3}");
    }

    @Test
    void findsNullBehindAnArraysEnd() {
        assertThat(compile("{\"first.$\": \"$.items[0]\"}").evaluate(Scopes.on("{\"items\": []}"))).hasToString("{\"first\":null}");
    }

    @Test
    void namesTheFieldThatFindsNothing() {
        Template template = compile("{\"deep\": {\"value.$\": \"$.a\"}}");

        QueryError error = catchThrowableOfType(QueryError.class, () -> template.evaluate(Scopes.on("{\"b\": 1}")));

        assertThat(error.error()).isEqualTo("States.Runtime");
        assertThat(error.cause())
                .isEqualTo("The JSONPath '$.a' specified for the field 'value.$' could not be found in the input '{\"b\":1}'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"x.$": "a"}                              |         | The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call
            {"x.$": "$.a["}                           |         | The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call
            {"x.$": 5}                                |         | The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call
            {"l": [0, {"d": {"x.$": "States.No()"}}]} | /l[1]/d | The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call
            {"x.$": "$.a", "x": 1}                    |         | The field 'x' is given twice, with and without '.$'
            """)
    void tellsWhatIsWrongAndWhere(String template, String place, String message) {
        assertThat(Template.compile(parse(template), QueryLanguage.JSONPATH, "Parameters", Set.of()).problems())
                .containsExactly(new Compiled.Bad<>("SCHEMA_VALIDATION_FAILED", message, place == null ? "" : place));
    }

    @Test
    void tellsEverythingThatIsWrong() {
        assertThat(Template.compile(parse("{\"a.$\": \"b\", \"c.$\": \"d\"}"), QueryLanguage.JSONPATH, "Parameters", Set.of()).problems()).hasSize(2);
    }

    @Test
    void leavesDollarNamesAloneInJsonata() {
        Result result = Template.compile(parse("{\"a.$\": \"$.b\", \"c\": \" {% 1 %} \"}"), QueryLanguage.JSONATA, "Output", Jsonata.STATES);

        assertThat(result.template().evaluate(Scopes.on("{}"))).hasToString("{\"a.$\":\"$.b\",\"c\":\" {% 1 %} \"}");
    }

    private static Template compile(String template) {
        Result result = Template.compile(parse(template), QueryLanguage.JSONPATH, "Parameters", Set.of());
        assertThat(result.problems()).isEmpty();
        return result.template();
    }
}
