package passo.engine.items;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import passo.engine.semantics.Effect;
import passo.json.Json;

/// The items of a distributed Map. Each is made when it is asked for, so that the rows of a file are never all there at once.
///
/// @param size how many there are
/// @param each to be walked from the first to the last, as often as one likes
public record Items(int size, Iterable<Effect.Item> each) {

    /// One item of which nothing is known.
    public static final Items UNKNOWN = of(List.of(new Effect.Item(0, Json.Obj.EMPTY, Optional.empty(), "STATE_DATA")));

    public static Items of(List<Effect.Item> items) {
        return new Items(items.size(), items);
    }

    /// The items of several sources behind each other, numbered anew, as far as a number of them.
    static Items joined(List<Items> parts, long most) {
        int size = (int) Math.min(parts.stream().mapToLong(Items::size).sum(), most);
        return new Items(size, () -> new Iterator<>() {
            private final Iterator<Items> rest = parts.iterator();
            private Iterator<Effect.Item> part = Collections.emptyIterator();
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Effect.Item next() {
                if (!hasNext()) throw new NoSuchElementException();
                while (!part.hasNext()) part = rest.next().each().iterator();
                Effect.Item item = part.next();
                return new Effect.Item(next++, item.value(), item.key(), item.source());
            }
        });
    }
}
