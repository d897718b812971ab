package passo.web.exercise;

import java.text.NumberFormat;
import java.util.List;
import passo.lab.grading.Measured;
import passo.web.Page;
import passo.web.exercise.ResultView.Figures;
import passo.web.parts.Units;

/// An answer beside the solutions of its exercise, in figures.
final class Solutions {

    private static final int FRACTION = 9;

    private final Page page;
    private final Units units;
    private final NumberFormat dollars;

    Solutions(Page page) {
        this.page = page;
        this.units = new Units(page.language().locale());
        this.dollars = NumberFormat.getNumberInstance(page.language().locale());
        dollars.setMaximumFractionDigits(FRACTION);
    }

    List<Figures> of(List<Measured> compared) {
        return compared.stream().map(this::figures).toList();
    }

    private Figures figures(Measured measured) {
        boolean own = measured.name().isEmpty();
        return new Figures(own ? page.text("exercise.compared.own") : measured.name(), own, String.valueOf(measured.transitions()),
                units.duration(measured.duration()), dollars.format(measured.dollars()),
                measured.permissions().stream().map(permission -> permission.action() + " " + permission.resource()).toList());
    }
}
