package passo.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.aws.billing.Bill;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.progress.Item;
import passo.lab.progress.Standing;

/// The README of the whole.
final class FrontPage {

    private static final String NOTHING = "–";

    private final Portfolio portfolio;
    private final Voice voice;
    private final List<Piece> machines;
    private final List<Piece> answers;

    FrontPage(Portfolio portfolio, Voice voice) {
        this.portfolio = portfolio;
        this.voice = voice;
        machines = portfolio.pieces().stream().filter(piece -> piece.exercise().kind().isMachine()).toList();
        answers = portfolio.pieces().stream().filter(piece -> !piece.exercise().kind().isMachine()).toList();
    }

    /// The learner's note comes last, so that whatever stands in it changes nothing else.
    String text() {
        var text = new StringBuilder("# " + title() + "\n\n");
        if (!portfolio.author().isBlank()) text.append(Markup.plain(portfolio.author())).append("\n\n");
        text.append(voice.text("deliverable.about", machines.size())).append("\n\n");
        section(text, "deliverable.checklist", checklist());
        if (!machines.isEmpty()) section(text, "deliverable.machines", machines());
        if (!answers.isEmpty()) section(text, "deliverable.answers", answers());
        machines.stream().findFirst().ifPresent(first -> section(text, "deliverable.run", run(first)));
        if (!portfolio.note().isBlank()) section(text, "deliverable.notes", portfolio.note().strip() + "\n");
        return text.toString().stripTrailing() + "\n";
    }

    private String title() {
        return portfolio.title().isBlank() ? voice.text("deliverable.title") : Markup.plain(portfolio.title());
    }

    private void section(StringBuilder text, String key, String content) {
        text.append("## ").append(voice.text(key)).append("\n\n").append(content).append("\n");
    }

    private String checklist() {
        return voice.text("deliverable.checklist.about") + "\n\n" + Markup.table(
                List.of(voice.text("deliverable.item"), voice.text("deliverable.standing"), voice.text("deliverable.exercises")),
                portfolio.items().stream().map(this::item).toList());
    }

    private List<String> item(Item item) {
        int all = item.steps().size();
        int missing = item.missing().size();
        String standing = missing == 0 ? "✓ " + voice.text("learn.done") : voice.text("learn.count", all - missing, all);
        String exercises = item.steps().stream().filter(Item.Step::done).flatMap(step -> step.standing().stream()).map(Standing::exercise).map(this::named)
                .collect(Collectors.joining(", "));
        return List.of("**" + item.id() + "** " + voice.text("learn.item." + item.id()), standing, exercises.isEmpty() ? NOTHING : exercises);
    }

    /// With a link, where it is among the pieces.
    private String named(Exercise exercise) {
        Optional<Piece> piece = portfolio.pieces().stream().filter(one -> one.exercise().slug().equals(exercise.slug())).findFirst();
        return piece.map(this::link).orElseGet(() -> title(exercise));
    }

    private String link(Piece piece) {
        return Markup.link(title(piece.exercise()), piece.readme());
    }

    private String title(Exercise exercise) {
        return exercise.in(voice.language()).title();
    }

    private String machines() {
        List<String> head = Stream.of("deliverable.machine", "deliverable.tests", "deliverable.status", "deliverable.transitions", "deliverable.duration")
                .map(voice::text).toList();
        return Markup.table(Stream.concat(head.stream(), Stream.of("Standard, US$", "Express, US$")).toList(), machines.stream().map(this::machine).toList()) + "\n"
                + voice.text("deliverable.machines.about", voice.date(Bill.of(Definition.Type.STANDARD, 0, 0, 0).checked())) + "\n";
    }

    private List<String> machine(Piece piece) {
        Optional<Report.Run> run = piece.report().run();
        return List.of(link(piece), count(piece), run.map(one -> Markup.code(one.status())).orElse(NOTHING), run.map(one -> String.valueOf(one.transitions())).orElse(NOTHING),
                run.map(one -> voice.durations().apply(one.duration())).orElse(NOTHING), run.map(one -> voice.million(one.standard())).orElse(NOTHING),
                run.map(one -> voice.million(one.express())).orElse(NOTHING));
    }

    private String count(Piece piece) {
        return voice.text("learn.count", piece.report().right(), piece.report().all());
    }

    private String answers() {
        return Markup.table(List.of(voice.text("deliverable.exercise"), voice.text("deliverable.kind"), voice.text("deliverable.right")),
                answers.stream().map(piece -> List.of(link(piece), voice.text("exercise.kind." + piece.exercise().kind().tag()), count(piece))).toList());
    }

    /// How the first machine, and so any, is run.
    private String run(Piece first) {
        String slug = first.exercise().slug();
        String input = first.exercise().tests().stream().filter(test -> !test.hidden() && test.runs().size() == 1).map(TestCase::id).findFirst()
                .map(id -> " \\\n  --input file://" + first.folder() + "/tests/" + id + ".input.json").orElse("");
        return voice.text("deliverable.run.here") + "\n\n" + voice.text("deliverable.run.aws") + "\n\n" + Markup.block("sh", """
                aws stepfunctions create-state-machine --name %1$s --type %2$s \\
                  --definition file://%3$s/%1$s.asl.json \\
                  --role-arn arn:aws:iam::111122223333:role/%1$s
                aws stepfunctions start-execution \\
                  --state-machine-arn arn:aws:states:us-east-1:111122223333:stateMachine:%1$s%4$s
                """.formatted(slug, first.exercise().type(), first.folder(), input)) + "\n" + voice.text("deliverable.run.needs") + "\n";
    }
}
