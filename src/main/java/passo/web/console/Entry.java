package passo.web.console;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import passo.web.parts.Form;
import passo.web.parts.ProblemView;

/// A form as it was typed, and what is wrong with it. A page with several forms shows it in the one it belongs to.
///
/// @param form its name on the page
/// @param values by field
/// @param complaints a sentence a field
/// @param problems with a text of it, by line and column
public record Entry(String form, Map<String, String> values, Map<String, String> complaints, List<ProblemView> problems) {

    /// Nothing was typed yet.
    public static final Entry NONE = new Entry("", Map.of(), Map.of(), List.of());

    private static final int MOST_CHARACTERS = 1000;

    public Entry {
        values = Map.copyOf(values);
        complaints = Map.copyOf(complaints);
        problems = List.copyOf(problems);
    }

    /// The short fields of what was sent.
    static Entry of(Context ctx, String form, String... fields) {
        var values = new HashMap<String, String>();
        for (String field : fields) values.put(field, Form.field(ctx, field, MOST_CHARACTERS).strip());
        return new Entry(form, values, Map.of(), List.of());
    }

    /// The same with one more thing wrong.
    Entry with(String field, String sentence) {
        var more = new HashMap<>(complaints);
        more.putIfAbsent(field, sentence);
        return new Entry(form, values, more, problems);
    }

    Entry with(List<ProblemView> more) {
        return new Entry(form, values, complaints, more);
    }

    boolean isGood() {
        return complaints.isEmpty() && problems.isEmpty();
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    /// What was typed into a field of a form; where that form was not sent, what stands there anyway.
    public String value(String ofForm, String field, String otherwise) {
        return form.equals(ofForm) ? values.getOrDefault(field, otherwise) : otherwise;
    }

    /// What is wrong with a field of a form; empty where nothing is.
    public String complaint(String ofForm, String field) {
        return form.equals(ofForm) ? complaints.getOrDefault(field, "") : "";
    }

    /// What is wrong with the texts of a form.
    public List<ProblemView> problems(String ofForm) {
        return form.equals(ofForm) ? problems : List.of();
    }
}
