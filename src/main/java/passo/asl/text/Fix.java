package passo.asl.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import passo.asl.text.Diagnostic.Phrase;

/// A certain way to mend a text: what to write where, all of it in one step. Whoever applies it keeps the learner's form,
/// JSON or YAML, for nothing else is touched.
///
/// @param label what it does, `fix.…`
/// @param edits in the order of the text, none overlapping another
public record Fix(Phrase label, List<Edit> edits) {

    /// What stands from `from` to `to`, exclusive, is replaced.
    ///
    /// @param from counted in characters of the text that was read
    public record Edit(int from, int to, String text) {}

    public Fix {
        edits = edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList();
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).from < edits.get(i - 1).to) throw new IllegalArgumentException("Edits overlap: " + edits);
        }
    }

    /// The text, mended.
    public String applyTo(String text) {
        var mended = new StringBuilder(text);
        for (Edit edit : new ArrayList<>(edits).reversed()) mended.replace(edit.from, edit.to, edit.text);
        return mended.toString();
    }
}
