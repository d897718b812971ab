package passo.web.explain;

import java.time.Duration;
import java.util.Optional;
import passo.expression.Expression;
import passo.expression.Literal;
import passo.json.Json;

/// Numbers that stand in a definition as they are.
final class Quantities {

    private Quantities() {}

    static Optional<Duration> seconds(Expression expression) {
        return number(expression).map(Duration::ofSeconds);
    }

    static Optional<Long> number(Expression expression) {
        return expression instanceof Literal(Json.Num number) && number.isInteger() ? Optional.of(number.value().longValue()) : Optional.empty();
    }
}
