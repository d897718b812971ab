package passo.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            $states.input.amount > 1000                        | > [$states.input.amount, 1000]
            $a > 1 and $b = "x and y" or $not($c)              | or [$a > 1 and $b = "x and y", $not($c)]
            $a > 1 and $b = "x and y" and $c                   | and [$a > 1, $b = "x and y", $c]
            ($a or $b) and $c                                  | and [($a or $b), $c]
            ( $a or $b )                                       | or [$a, $b]
            ($a) = ($b)                                        | = [($a), ($b)]
            $not($a = 1)                                       | not [$a = 1]
            $not($a) = true                                    | = [$not($a), true]
            $count($x[price > 10]) >= 2                        | >= [$count($x[price > 10]), 2]
            $states.input.status in ["a", "b"]                 | in [$states.input.status, ["a", "b"]]
            $exists($states.input.email)                       |  []
            $x.and = 1                                         | = [$x.and, 1]
            $a ? $b = 1 : false                                |  []
            ($t := $a; $t > 1)                                 |  []
            $a = 1 = true                                      |  []
            $matches($a, /b>c/)                                |  []
            """)
    void anExpressionIsTakenApartWhereItIsComputedLast(String text, String operation) {
        Operation found = Operation.of(text);

        assertThat(found.operator() + " " + found.operands()).isEqualTo(operation.isEmpty() ? " []" : operation.startsWith("[") ? " " + operation : operation);
    }
}
