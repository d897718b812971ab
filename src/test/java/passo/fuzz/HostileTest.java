package passo.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts made to break a reader: each is answered by every door, and soon.
@Timeout(60)
class HostileTest {

    static Stream<String> texts() {
        Stream<String> plain = Stream.of("", "\u0000", "\uFEFF", "\uFEFF{}", "\uD800", "{\"a\": \"\\uD800\"}", "{\"\\u0000\": 1}", "1e400", "-1e-400",
                "[1e999999999]", "1E+2147483648", "-0", "[-0.0]", "9".repeat(10_000), "{\"a\": 0." + "1".repeat(10_000) + "}", "{\"a\":1,\"a\":2}",
                "a: &x [1]\nb: *x", "&a [*a, *a]", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "<<: {a: 1}", "!!java.io.File x", "? {a: 1}\n: 2", "- - - -",
                "a: !!binary AAAA", "%TAG ! x\n---\na", "$", "$$", "$..", "$[", "$." + "a".repeat(10_000), "$" + "..a".repeat(1_000), "$" + "[0]".repeat(2_000),
                "$[?(" + "@.a&&".repeat(500) + "@.b)]", "States.Format('" + "{}".repeat(5_000) + "')", "States.ArrayRange(1, 2147483647, 1)",
                "States.ArrayRange(-2147483648, 2147483647, 2147483647)", "States.Array(".repeat(5_000), "$pad('x', 1e300)", "[1..1e300]", "[-1e15..1e15]",
                "$string(1e400)", "$power(10, 400)", "$eval('1')", "$match('" + "a".repeat(5_000) + "', /(a|a)*(a|a)*b/)", "$split('', /x*/)",
                "($f := function($x) { $f([$x, $x]) }; $f(1))", "($f := λ($n){ $n & $f($n & $n) }; $f('x'))", "$reduce([1..1e5], function($a, $b) { $a & 'xxxxxxxx' })");
        Stream<String> deep = Stream.of("[", "{\"a\":", "(", "$f(", "[[", "- ", "{a: ", "-", "function(){", "$x ? ", "'a' & ", "$.a[", "[?(@")
                .flatMap(part -> Stream.of(256, 5_000).map(times -> part.repeat(times)));
        Stream<String> closed = Stream.of("[]", "()").flatMap(pair -> Stream.of(256, 5_000)
                .map(times -> pair.substring(0, 1).repeat(times) + "1" + pair.substring(1).repeat(times)));
        return Stream.of(plain, deep, closed).flatMap(texts -> texts);
    }

    @ParameterizedTest @MethodSource("texts")
    void isAnsweredAtEveryDoor(String text) {
        assertThatCode(() -> Arrays.stream(Target.values()).forEach(target -> target.check(text))).doesNotThrowAnyException();
    }
}
