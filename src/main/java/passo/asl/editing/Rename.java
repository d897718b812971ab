package passo.asl.editing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.asl.text.Diagnostic.Phrase;
import passo.asl.text.Fix;
import passo.asl.text.Node;
import passo.asl.text.Source;
import passo.json.Json;

/// Gives a state another name, everywhere it is mentioned and nowhere else: a name counts inside its own `States`.
///
/// @param scope the machine, branch or processor that the state stands in
/// @param state its name now
public record Rename(Node scope, String state) {

    private static final int LONGEST_NAME = 80;

    /// What came of it.
    public sealed interface Answer {
        record Done(Fix fix) implements Answer {}

        /// @param why `rename.…`
        record Refused(Phrase why) implements Answer {}
    }

    /// Of the state that the cursor is in, or at a mention of: the innermost.
    public static Optional<Rename> at(Definition definition, int cursor) {
        return scopes(definition.root()).flatMap(scope -> Stream.concat(
                states(scope).filter(state -> holds(cursor, state.positions().name().offset(), state)).map(Node::name),
                mentions(scope).filter(mention -> holds(cursor, mention.positions().start().offset(), mention)).flatMap(mention -> mention.text().stream()))
                .map(name -> new Rename(scope, name))).reduce((_, inner) -> inner);
    }

    /// The edits that do it, unless the name cannot be had.
    public Answer to(String name, Definition definition) {
        if (name.isBlank()) return new Answer.Refused(Phrase.of("rename.empty"));
        if (name.length() > LONGEST_NAME) return new Answer.Refused(Phrase.of("rename.long", Integer.toString(name.length())));
        if (!name.equals(state) && scopes(definition.root()).flatMap(Rename::states).map(Node::name).anyMatch(name::equals)) {
            return new Answer.Refused(Phrase.of("rename.taken", name));
        }
        Source source = definition.source();
        List<Fix.Edit> edits = Stream.concat(
                states(scope).filter(node -> node.name().equals(state)).map(node -> source.rename(node, name)),
                mentions(scope).filter(mention -> mention.text().filter(state::equals).isPresent()).map(mention -> source.write(mention, Json.of(name)))).toList();
        return new Answer.Done(new Fix(Phrase.of("fix.rename", name), edits));
    }

    private static boolean holds(int cursor, int from, Node node) {
        return from <= cursor && cursor <= node.positions().end().offset();
    }

    /// From the outside in.
    private static Stream<Node> scopes(Node machine) {
        return Stream.concat(Stream.of(machine), states(machine).flatMap(state -> Stream.concat(
                state.get("Branches").stream().flatMap(branches -> branches.items().stream()),
                Stream.of("ItemProcessor", "Iterator").flatMap(field -> state.get(field).stream()))).flatMap(Rename::scopes));
    }

    private static Stream<Node> states(Node machine) {
        return machine.get("States").stream().flatMap(states -> states.members().stream());
    }

    private static Stream<Node> mentions(Node machine) {
        return Stream.concat(machine.get("StartAt").stream(), states(machine).flatMap(state -> Stream.concat(
                Stream.of("Next", "Default").flatMap(field -> state.get(field).stream()),
                Stream.of("Catch", "Choices").flatMap(field -> state.get(field).stream()).flatMap(list -> list.items().stream())
                        .flatMap(entry -> entry.get("Next").stream()))));
    }
}
