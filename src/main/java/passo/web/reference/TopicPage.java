package passo.web.reference;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.reference.Reference;
import passo.lab.reference.Sample;
import passo.lab.reference.Topic;
import passo.web.Page;
import passo.web.notes.NotesView.Door;
import passo.web.parts.Form;
import passo.web.parts.JsonLine;
import passo.web.parts.JsonLines;
import passo.web.parts.Markdown;
import passo.web.parts.Sentence;
import passo.web.reference.SampleView.LineView;
import passo.web.reference.SampleView.Made;

/// Puts the page of a topic together. Made for one request, then dropped.
record TopicPage(Page page, Reference reference, Topic topic) {

    /// So many bytes of JSON stand in one line.
    private static final int SHORT = 72;
    private static final int DEEP = 8;

    /// @param samples shows an example
    TopicView view(List<Door> exercises, List<TopicView.Link> notes, Function<Sample, SampleView> samples) {
        Topic.Text text = topic.in(page.language().tag());
        List<Topic> topics = reference.topics().toList();
        int here = topics.indexOf(topic);
        return new TopicView(text.title(), plain(text.about()), prose(text.about()), address(topic), text.sections().stream().map(section -> section(section, samples)).toList(),
                exercises, notes, here > 0 ? Optional.of(link(topics.get(here - 1))) : Optional.empty(),
                here < topics.size() - 1 ? Optional.of(link(topics.get(here + 1))) : Optional.empty());
    }

    private TopicView.Section section(Topic.Section section, Function<Sample, SampleView> samples) {
        return new TopicView.Section(section.id(), Sentence.marked(section.title()), section.parts().stream().<TopicView.Part>map(part -> switch (part) {
            case Topic.Part.Prose(var markdown) -> new TopicView.Part.Prose(prose(markdown));
            case Topic.Part.Shown(var id) -> new TopicView.Part.Shown(samples.apply(topic.sample(id).orElseThrow()));
        }).toList());
    }

    private TopicView.Link link(Topic other) {
        return new TopicView.Link(address(other), other.in(page.language().tag()).title());
    }

    private String address(Topic other) {
        return page.to("/learn/reference/" + other.id());
    }

    private Content prose(String markdown) {
        return Markdown.content(linked(markdown, page), 0);
    }

    /// A text whose links to addresses of ours lead to pages in the reader's language.
    static String linked(String markdown, Page page) {
        return markdown.replace("](/", "](" + page.to("/"));
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replaceAll("[`*]", "").replace('\n', ' ');
    }

    /// An example as it stands in the reference.
    SampleView sample(Sample sample) {
        return switch (sample) {
            case Sample.Machine machine -> machine(machine, form(machine), Optional.empty());
            case Sample.Expressions expressions -> expressions(expressions, pretty(expressions.input()), expressions.lines().stream().map(line -> switch (line.result()) {
                case Sample.Result.Gives(var value) -> new LineView(line.written(), value.toString(), false, "");
                case Sample.Result.Fails(var error) -> new LineView(line.written(), error, true, "");
            }).toList());
        };
    }

    SampleView machine(Sample.Machine machine, Form form, Optional<RanView> ran) {
        return view(machine, form.input(), new Made.Machine(coloured(machine.definition()), form, lines(machine.world(), machine.world().isEmpty()),
                lines(machine.decisions(), machine.decisions().size() == 0), ran));
    }

    private static List<JsonLine> lines(Json json, boolean empty) {
        return empty ? List.of() : JsonLines.of(json, DEEP);
    }

    SampleView expressions(Sample.Expressions expressions, String input, List<LineView> lines) {
        return view(expressions, input, new Made.Expressions(lines));
    }

    private SampleView view(Sample sample, String input, Made made) {
        boolean given = !sample.input().equals(Json.Obj.EMPTY);
        return new SampleView(sample.id(), Sentence.marked(sample.title().in(page.language().tag())), address(topic) + "/" + sample.id(),
                given ? Optional.of(coloured(sample.input().bytes() <= SHORT ? sample.input().toString() : pretty(sample.input()))) : Optional.empty(), input, made);
    }

    /// What is run of a machine that nobody has changed.
    static Form form(Sample.Machine machine) {
        return new Form(machine.type(), machine.definition(), pretty(machine.input()), pretty(machine.world()));
    }

    static String pretty(Json json) {
        return JsonText.pretty(json);
    }

    private static Content coloured(String code) {
        return Markdown.content("```" + (code.stripLeading().startsWith("{") || code.stripLeading().startsWith("[") ? "json" : "") + "\n" + code.strip() + "\n```", 0);
    }
}
