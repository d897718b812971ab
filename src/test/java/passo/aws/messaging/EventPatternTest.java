package passo.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.json.Json;
import passo.json.JsonText;

class EventPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{a: [x]} | {a: x} | true",
        "{a: [x]} | {a: [y, x]} | true",
        "{a: [x, y]} | {a: z} | false",
        "{a: [x]} | {} | false",
        "{a: [null]} | {a: null} | true",
        "{a: ['']} | {a: ''} | true",
        "{a: [1]} | {a: 1.0} | true",
        "{a: {b: [true]}, c: [x]} | {a: {b: true}, c: x, d: y} | true",
        "{a: {b: [x]}} | {a: [{b: y}, {b: x}]} | true",
        "{a: [{prefix: ab}]} | {a: abc} | true",
        "{a: [{prefix: {equals-ignore-case: AB}}]} | {a: abc} | true",
        "{a: [{suffix: .png}]} | {a: x.jpg} | false",
        "{a: [{equals-ignore-case: Ab}]} | {a: aB} | true",
        "{a: [{wildcard: 'a*c'}]} | {a: abbc} | true",
        "{a: [{wildcard: 'a*c'}]} | {a: abbd} | false",
        "{a: [{anything-but: x}]} | {a: y} | true",
        "{a: [{anything-but: [x, y]}]} | {a: y} | false",
        "{a: [{anything-but: {prefix: x}}]} | {a: xy} | false",
        "{a: [{anything-but: {suffix: [.a, .b]}}]} | {a: x.c} | true",
        "{a: [{anything-but: x}]} | {} | false",
        "{a: [{numeric: ['>', 0, '<=', 5]}]} | {a: 5} | true",
        "{a: [{numeric: ['>', 0, '<=', 5]}]} | {a: 5.1} | false",
        "{a: [{numeric: ['=', 3]}]} | {a: '3'} | false",
        "{a: [{exists: true}]} | {a: 0} | true",
        "{a: [{exists: false}]} | {b: 0} | true",
        "{a: {b: [{exists: false}]}} | {} | true",
        "{a: [{exists: true}]} | {a: {b: 1}} | false",
        "{a: [{cidr: 10.0.0.0/24}]} | {a: 10.0.0.255} | true",
        "{a: [{cidr: 10.0.0.0/24}]} | {a: 10.0.1.0} | false",
        "{$or: [{a: [x]}, {b: [{numeric: ['>', 1]}]}], c: [z]} | {b: 2, c: z} | true",
        "{$or: [{a: [x]}, {b: [y]}]} | {a: y, b: x} | false"})
    void anEventIsAsThePatternSays(String pattern, String event, boolean fits) {
        assertThat(new EventPattern((Json.Obj) yaml(pattern)).matches((Json.Obj) yaml(event))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[] | Filter is not an object",
        "{} | Empty objects are not allowed",
        "{a: x} | \"a\" must be an object or an array",
        "{a: []} | Empty arrays are not allowed",
        "{a: [{like: x}]} | Unrecognized match type like",
        "{a: [{numeric: ['>']}]} | Unrecognized match type numeric",
        "{a: [{prefix: x, suffix: y}]} | Only one key allowed in match expression",
        "{$or: [{a: x}]} | \"a\" must be an object or an array"})
    void whatIsNoPatternIsNamed(String pattern, String problem) {
        assertThat(EventPattern.problem(yaml(pattern))).contains(problem);
    }

    private static Json yaml(String text) {
        return JsonText.readYaml(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.NULL;
    }
}
