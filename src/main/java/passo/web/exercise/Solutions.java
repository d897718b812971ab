package passo.web.exercise;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Measured;
import passo.web.Page;
import passo.web.exercise.ResultView.Figures;
import passo.web.parts.Units;

/// The solutions of an exercise: what they are called, where they stand, and their figures beside those of one's own answer.
public final class Solutions {

    private static final int FRACTION = 9;

    private final Page page;
    private final Exercise exercise;
    private final Units units;
    private final NumberFormat dollars;

    public Solutions(Page page, Exercise exercise) {
        this.page = page;
        this.exercise = exercise;
        this.units = new Units(page.language().locale());
        this.dollars = NumberFormat.getNumberInstance(page.language().locale());
        dollars.setMaximumFractionDigits(FRACTION);
    }

    /// Where the solutions stand.
    public static String home(Page page, Exercise exercise) {
        return HeadView.address(page, exercise.slug()) + "/solutions";
    }

    /// Where one of them stands beside one's own answer.
    public static String address(Page page, Exercise exercise, String name) {
        return home(page, exercise) + "?right=" + name;
    }

    /// @param shown the names of those whose texts stand there
    public List<Figures> of(List<Measured> compared, List<String> shown) {
        return compared.stream().map(measured -> new Figures(title(measured.name()), measured.isOwn() ? home(page, exercise) : address(page, exercise, measured.name()),
                measured.isOwn(), shown.contains(measured.name()), String.valueOf(measured.transitions()), units.duration(measured.duration()), dollars.format(measured.dollars()),
                measured.permissions().stream().map(permission -> permission.action() + " " + permission.resource()).toList())).toList();
    }

    /// What the third star asks for, beside one's own figure; empty where it asks for nothing.
    public String golf(List<Measured> compared) {
        if (exercise.golf().isEmpty() || compared.isEmpty() || !compared.getFirst().isOwn()) return "";
        int most = exercise.golf().getAsInt();
        int own = compared.getFirst().transitions();
        return own <= most ? page.text("solutions.golf.met", own, most) : page.text("solutions.golf.missed", own, most, own - most);
    }

    /// What it is: one's own, the reference, the same in the other language; else its name, in words.
    public String title(String name) {
        return switch (name) {
            case Measured.OWN -> page.text("exercise.compared.own");
            case Exercise.REFERENCE -> page.text("solutions.reference");
            case "jsonata" -> page.text("solutions.in", "JSONata");
            case "jsonpath" -> page.text("solutions.in", "JSONPath");
            default -> Optional.ofNullable(exercise.titles().get(name)).map(title -> title.in(page.language().tag()))
                    .orElseGet(() -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' '));
        };
    }
}
