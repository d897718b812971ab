package passo.web.exercise;

import java.util.List;
import passo.json.Json;
import passo.json.Pointer;
import passo.lab.grading.Mismatch;
import passo.web.Page;
import passo.web.exercise.ResultView.Difference;

/// Places in which a value is not as expected, as the rows of a table.
final class Differences {

    private static final int SHORT = 40;
    private static final int MOST = 12;

    private Differences() {}

    static List<Difference> of(Page page, List<Mismatch> mismatches) {
        return mismatches.stream().limit(MOST).map(mismatch -> row(page, mismatch)).toList();
    }

    private static Difference row(Page page, Mismatch mismatch) {
        String place = place(page, mismatch.at());
        String expected = mismatch.expected().map(Differences::shortly).orElse("");
        String got = mismatch.got().map(Differences::shortly).orElse("");
        return switch (mismatch.kind()) {
            case MISSING -> new Difference("del", place, expected, got, page.text("exercise.diff.missing"));
            case EXTRA -> new Difference("add", place, expected, got, page.text("exercise.diff.extra"));
            case DIFFERENT -> new Difference("mod", place, expected, got, page.text("exercise.diff.other"));
            case ELSEWHERE -> new Difference("mod", place, expected, page.text("exercise.diff.at", place(page, mismatch.elsewhere().orElse(Pointer.ROOT))),
                    page.text("exercise.diff.elsewhere"));
        };
    }

    /// `customer.items[0].id`.
    private static String place(Page page, Pointer at) {
        if (at.steps().isEmpty()) return page.text("exercise.diff.whole");
        var place = new StringBuilder();
        for (String step : at.steps()) {
            if (step.matches("\\d+")) place.append('[').append(step).append(']');
            else place.append(place.isEmpty() ? "" : ".").append(step);
        }
        return place.toString();
    }

    static String shortly(Json json) {
        String text = json.toString();
        if (text.length() <= SHORT) return text;
        return switch (json) {
            case Json.Obj _ -> "{ … }";
            case Json.Arr _ -> "[ … ]";
            case Json.Str _ -> text.substring(0, SHORT - 1) + "…\"";
            case Json.Num _, Json.Bool _, Json.Null _ -> text;
        };
    }
}
