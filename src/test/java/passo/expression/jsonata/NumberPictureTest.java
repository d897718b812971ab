package passo.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each was computed by jsonata 2.0.6 itself, but for `e0` of a negative number and of 0, with which it does not end.
class NumberPictureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            12345.6        | #,###.00                      | 12,345.60
            12345678.9     | 9,999.99                      | 12,345,678.90
            123412345678.9 | 9,9,99.99                     | 123412345,6,78.90
            1234.56789     | 9,999.999,999                 | 1,234.567,890
            123.9          | 9999                          | 0124
            0.14           | 01%                           | 14%
            0.14           | 001‰                          | 140‰
            -6             | 000                           | -006
            1234.5678      | 00.000e0                      | 12.346e2
            0.234          | 0.0e0                         | 2.3e-1
            0.234          | #.00e0                        | 0.23e0
            0.123          | #.e9                          | 0.1e0
            0.00012        | 0.00e00                       | 1.20e-04
            -42            | 0e0                           | -4e1
            0              | 0.00e0                        | 0.00e0
            -87504.4812    | 000,000.000###;###,###.000### | 87,504.4812
            -5             | 0;(0)                         | (5)
            34.555         | #0.00                         | 34.56
            0              | #.#                           | .0
            5              | [0]                           | [5]
            1e20           | 0                             | 100000000000000000000
            """)
    void writesANumberAsItsPictureSays(double number, String picture, String expected) {
        assertThat(NumberPicture.format(number, picture, null)).isEqualTo(expected);
    }

    @Test
    void writesALongExactlyAndWhatIsNoNumberInWords() {
        assertThat(NumberPicture.format(9007199254740993L, "#,##0", null)).isEqualTo("9,007,199,254,740,993");
        assertThat(NumberPicture.format(Double.NEGATIVE_INFINITY, "(0)", null)).isEqualTo("-(Infinity)");
        assertThat(NumberPicture.format(Double.NaN, "0", null)).isEqualTo("NaN");
    }

    @Test
    void writesANumberWithOtherSigns() {
        assertThat(NumberPicture.format(1234.5678, "①①.①①①e①", Map.of("zero-digit", "⑟"))).isEqualTo("①②.③④⑥e②");
        assertThat(NumberPicture.format(-1234.5, "#.##0,0", Map.of("grouping-separator", ".", "decimal-separator", ","))).isEqualTo("-1.234,5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            #;#;#    | D3080
            #.0.0    | D3081
            #0%%     | D3082
            #0‰‰     | D3083
            #0%‰     | D3084
            .e0      | D3085
            0+.e0    | D3086
            ---      | D3086
            x        | D3086
            0,.e0    | D3087
            0,       | D3088
            0,,0     | D3089
            0#.e0    | D3090
            #0.#0e0  | D3091
            #0.0e0%  | D3092
            #0.0e0,0 | D3093
            """)
    void refusesAPictureOfANumber(String picture, String code) {
        assertThatThrownBy(() -> NumberPicture.format(20, picture, null)).isInstanceOfSatisfying(JsonataError.class,
                refusal -> assertThat(refusal.getError()).isEqualTo(code));
    }
}
