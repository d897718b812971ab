package passo.web.me;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.json.Json;
import passo.json.JsonText;
import passo.store.Flaw;
import passo.web.Page;
import passo.web.classes.Place;

/// A file with all that is kept of a learner.
final class Keepsake {

    static final long LARGEST = 32L << 20;
    private static final String MARK = "passo";
    private static final long FORM = 1;

    /// What came of reading a file: the rows in it, or why they cannot be taken.
    sealed interface Reading {
        /// The rows by their tables.
        record Rows(Json.Obj tables) implements Reading {}

        /// In words.
        record Refused(String why) implements Reading {}
    }

    private Keepsake() {}

    /// @param places as whom the learner is in classes: told, and not read back, for who is in a class its teacher says
    static String write(Json.Obj tables, List<Place> places, Instant now) {
        var classes = new Json.Arr(places.stream().<Json>map(place -> Json.Obj.builder().put("code", place.code()).put("class", place.classroom()).put("name", place.name()).build()).toList());
        return Json.Obj.builder().put(MARK, Json.of(FORM)).put("exported", Json.of(now.toString())).put("tables", tables).put("classes", classes).build().toString();
    }

    static Reading read(Page page, String text) {
        return switch (JsonText.read(text)) {
            case JsonText.Reading.Malformed(_, var at) -> new Reading.Refused(page.text("me.file.malformed", at.line(), at.column()));
            case JsonText.Reading.Value(Json.Obj file, _) when file.has(MARK) -> tables(page, file);
            case JsonText.Reading.Value _ -> new Reading.Refused(page.text("me.file.other"));
        };
    }

    private static Reading tables(Page page, Json.Obj file) {
        if (!Json.of(FORM).equals(file.get(MARK))) return new Reading.Refused(page.text("me.file.newer"));
        return file.get("tables") instanceof Json.Obj tables ? new Reading.Rows(tables) : new Reading.Refused(page.text("me.file.other"));
    }

    static String why(Page page, Flaw flaw) {
        return switch (flaw.kind()) {
            case UNKNOWN -> page.text("me.file.unknown", flaw.place());
            case MISSING -> page.text("me.file.missing", flaw.place());
            case VALUE -> page.text("me.file.value", flaw.place());
            case APART -> Optional.of(flaw.place()).filter(place -> !place.isEmpty()).map(place -> page.text("me.file.apart", place)).orElse(page.text("me.file.apart.all"));
        };
    }
}
