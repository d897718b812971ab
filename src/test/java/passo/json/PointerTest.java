package passo.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {

    private static final Json ROOT = JsonText.parse("""
            {"a": [10, {"b": null}], "": 1, "x/y": 2, "m~n": 3, "0": 4}""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /a/0     | 10
            /a/1/b   | null
            /        | 1
            /x~1y    | 2
            /m~0n    | 3
            /0       | 4
            """)
    void findsAValue(String pointer, String expected) {
        assertThat(Pointer.parse(pointer).orElseThrow().find(ROOT)).contains(JsonText.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/2", "/a/-1", "/a/00", "/a/-", "/a/9999999999", "/a/0/b", "/c", "/a/1/b/c"})
    void findsNothingWhereAStepLeadsNowhere(String pointer) {
        assertThat(Pointer.parse(pointer).orElseThrow().find(ROOT)).isEmpty();
    }

    @Test
    void theEmptyPointerIsTheRoot() {
        assertThat(Pointer.parse("")).contains(Pointer.ROOT);
        assertThat(Pointer.ROOT.find(ROOT)).contains(ROOT);
    }

    @Test
    void isNoTextThatDoesNotBeginWithASlash() {
        assertThat(Pointer.parse("a")).isEmpty();
    }

    @Test
    void isReadBackFromItsText() {
        Pointer pointer = Pointer.ROOT.child("x/y").child("m~n").child(2).child("");

        assertThat(pointer).hasToString("/x~1y/m~0n/2/");
        assertThat(Pointer.parse(pointer.toString())).contains(pointer);
    }
}
