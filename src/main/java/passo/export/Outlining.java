package passo.export;

import java.util.stream.Collectors;
import passo.asl.StateMachine;
import passo.diagram.Outline;

/// A machine as a nested list of text.
final class Outlining {

    private Outlining() {}

    /// In Markdown.
    static String markdown(StateMachine machine, Voice voice) {
        return markdown(Outline.of(machine, voice.words()), "");
    }

    private static String markdown(Outline outline, String indent) {
        return outline.items().stream().map(item -> indent + "- **" + Markup.plain(item.state()) + "** (" + Markup.plain(item.detail()) + "): "
                + Markup.plain(String.join("; ", item.ways())) + "\n"
                + item.inside().stream().map(inside -> inside(inside, indent + "  ")).collect(Collectors.joining())).collect(Collectors.joining());
    }

    private static String inside(Outline outline, String indent) {
        return outline.label().isEmpty() ? markdown(outline, indent) : indent + "- " + outline.label() + "\n" + markdown(outline, indent + "  ");
    }

    /// A line a state, those inside further in.
    static String plain(StateMachine machine, Voice voice) {
        return plain(Outline.of(machine, voice.words()), "").stripTrailing();
    }

    private static String plain(Outline outline, String indent) {
        return outline.items().stream().map(item -> indent + item.state() + ": " + String.join("; ", item.ways()) + "\n"
                + item.inside().stream().map(inside -> plain(inside, indent + "  ")).collect(Collectors.joining())).collect(Collectors.joining());
    }
}
