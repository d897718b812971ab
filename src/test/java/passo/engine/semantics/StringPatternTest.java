package passo.engine.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``          | ``            | true
            ``          | a             | false
            a           | ``            | false
            *           | ``            | true
            *           | anything      | true
            log-*       | log-          | true
            log-*.txt   | log-a.txt     | true
            log-*.txt   | log-a.txt.txt | true
            log-*.txt   | log-a.md      | false
            *.txt       | .txt          | true
            a*b*c       | abc           | true
            a*b*c       | a-b-b-c       | true
            a*b*c       | a-c-b         | false
            **a**       | a             | true
            a\\*        | a*            | true
            a\\*        | ab            | false
            \\\\        | \\            | true
            *\\*        | x*            | true
            *\\*        | x             | false
            ?           | x             | false
            [ab]        | a             | false
            """)
    void matchesTheWholeText(String pattern, String text, boolean matches) {
        assertThat(StringPattern.matches(pattern, text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a\\      | true
            a\\\\    | false
            a\\\\\\  | true
            \\a      | false
            a        | false
            """)
    void isOpenAfterABackslashThatEscapesNothing(String pattern, boolean open) {
        assertThat(StringPattern.isOpen(pattern)).isEqualTo(open);
    }

    @Test
    @Timeout(5)
    void needsNoMoreTimeThanBothLengthsAllow() {
        String text = "a".repeat(20_000);

        assertThat(StringPattern.matches("*a".repeat(50) + "b", text)).isFalse();
    }
}
