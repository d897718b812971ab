package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What was made of a request, or why it is refused.
sealed interface Checked<T> {

    record Good<T>(T value) implements Checked<T> {}

    record Bad<T>(Refusal refusal) implements Checked<T> {}

    static <T> Checked<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Checked<T> invalid(String message) {
        return new Bad<>(Refusal.invalid(message));
    }

    /// Good unless there is a fault.
    static <T> Checked<T> unless(Optional<String> fault, Supplier<T> value) {
        return fault.<Checked<T>>map(Checked::invalid).orElseGet(() -> good(value.get()));
    }

    /// The results for all, or the first refusal.
    static <A, T> Checked<List<T>> all(List<A> asked, Function<A, Checked<T>> check) {
        var values = new ArrayList<T>();
        for (A one : asked) {
            switch (check.apply(one)) {
                case Good<T>(var value) -> values.add(value);
                case Bad<T>(var refusal) -> {
                    return new Bad<>(refusal);
                }
            }
        }
        return good(List.copyOf(values));
    }

    default <U> Checked<U> then(Function<T, Checked<U>> next) {
        return switch (this) {
            case Good<T>(var value) -> next.apply(value);
            case Bad<T>(var refusal) -> new Bad<>(refusal);
        };
    }

    default <U> Checked<U> map(Function<T, U> next) {
        return then(value -> good(next.apply(value)));
    }
}
