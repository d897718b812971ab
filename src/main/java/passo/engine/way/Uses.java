package passo.engine.way;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import passo.asl.State;
import passo.engine.Step;

/// Where a value went: the places at which it stands afterwards, and the fields that took it or looked at it.
///
/// @param carried where it stands later, as it was or as a part of what stands there
/// @param used the fields that it went into or that read it, in the order of the run
public record Uses(List<Place> carried, List<Use> used) {

    private static final int MOST_PLACES = 3_000;
    private static final int MOST_USES = 60;

    /// @param at the place that was made of it; of a field that only looks, the whole
    /// @param field its name in the definition's text, such as `id.$`; empty where it has none
    /// @param copied is it there as it was?
    public record Use(Place at, String field, boolean copied) {}

    public Uses {
        carried = List.copyOf(carried);
        used = List.copyOf(used);
    }

    public static Uses of(Ways ways, Place place) {
        return new Search(ways).from(place);
    }

    private static final class Search {

        private final Ways ways;
        private final Set<Place> seen = new LinkedHashSet<>();
        private final Set<Use> used = new LinkedHashSet<>();
        private final ArrayDeque<Place> ahead = new ArrayDeque<>();

        Search(Ways ways) {
            this.ways = ways;
        }

        Uses from(Place place) {
            ahead.add(place);
            while (!ahead.isEmpty() && seen.size() < MOST_PLACES) {
                Place here = ahead.poll();
                if (seen.add(here)) follow(here);
            }
            List<Place> carried = seen.stream().skip(1).sorted(Search::inOrder).toList();
            return new Uses(carried, used.stream().sorted((one, other) -> inOrder(one.at, other.at)).limit(MOST_USES).toList());
        }

        private static int inOrder(Place one, Place other) {
            return one.step() != other.step() ? Integer.compare(one.step(), other.step()) : one.field().compareTo(other.field());
        }

        private void follow(Place here) {
            readers(here).forEach(step -> ways.of(step.number()).forEach(stage -> look(here, step, stage)));
        }

        /// The visits whose fields may see the place.
        private Stream<Step> readers(Place here) {
            if (here.step() == 0) return ways.trace().steps().stream().limit(MOST_PLACES);
            Step own = ways.step(here.step());
            return switch (here.field()) {
                case End -> Stream.concat(Stream.of(own), ways.after(own).or(() -> ways.around(own)).stream());
                case Assign -> ways.trace().steps().stream().skip(own.number() - 1L).limit(MOST_PLACES);
                case Parameters, Arguments, ItemSelector -> Stream.concat(Stream.of(own), ways.begun(own).stream());
                case ItemsPath, Items -> ways.trace().steps().stream().skip(own.number() - 1L).limit(MOST_PLACES).filter(step -> isWithin(step, own));
                case Input, InputPath, Choices, Until, Error, ItemReader, ItemBatcher, Result, ResultSelector, ResultPath, Catch, OutputPath, Output ->
                    Stream.of(own);
            };
        }

        private static boolean isWithin(Step step, Step container) {
            return step == container || step.frames().size() > container.frames().size()
                    && step.frames().get(container.frames().size()).state().equals(container.state());
        }

        private void look(Place here, Step step, Stage stage) {
            if (stage.reads().stream().anyMatch(read -> touches(read, here))) use(new Place(step.number(), stage.field(), List.of()), "", false);
            for (Stage.Piece piece : stage.pieces()) {
                switch (piece.source()) {
                    case Source.Copy(var from) when touches(from, here) -> copied(here, from, step, stage, piece);
                    case Source.Computed(_, var reads) when reads.stream().anyMatch(read -> touches(read, here)) ->
                        use(new Place(step.number(), stage.field(), piece.at()), piece.field(), false);
                    case Source.Copy _, Source.Computed _, Source.Joined _, Source.Written _, Source.Answered _, Source.Failed _, Source.Context _,
                            Source.Begun _, Source.Decided _, Source.Unknown _ -> {}
                }
            }
        }

        /// Is one of the two places in the other?
        private static boolean touches(Place read, Place here) {
            return read.step() == here.step() && read.field() == here.field()
                    && (Place.begins(here.path(), read.path()) || Place.begins(read.path(), here.path()));
        }

        private void copied(Place here, Place from, Step step, Stage stage, Stage.Piece piece) {
            Place root = new Place(step.number(), stage.field(), piece.at());
            boolean inside = here.path().size() > from.path().size();
            Place to = inside ? root.in(here.path().subList(from.path().size(), here.path().size())) : root;
            if (stage.piece(to.path()) != piece || ways.value(to).isEmpty()) return;
            if (!carries(stage.field()) && !piece.field().isEmpty() || isIntoIterations(stage, step)) use(to, piece.field(), true);
            ahead.add(to);
        }

        private boolean isIntoIterations(Stage stage, Step step) {
            return stage.field() == Field.Result && !(ways.state(step) instanceof State.Task);
        }

        /// Does the field only pass the data on?
        private static boolean carries(Field field) {
            return switch (field) {
                case Input, InputPath, ResultPath, Catch, OutputPath, End, Result -> true;
                case Parameters, Arguments, Choices, Until, Error, ItemReader, ItemsPath, Items, ItemSelector, ItemBatcher, ResultSelector, Assign, Output -> false;
            };
        }

        private void use(Place at, String field, boolean copied) {
            used.add(new Use(at, field, copied));
        }
    }
}
