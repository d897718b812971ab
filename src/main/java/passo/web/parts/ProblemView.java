package passo.web.parts;

import java.util.Optional;
import passo.asl.text.Fix;
import passo.json.Json;

/// Something wrong with a text of the learner's, or something to think about.
///
/// @param where `definition`, `input` or `world`
/// @param from where it begins, counted in characters
/// @param to where it ends
/// @param status `fail` for an error, `retry` for a warning, `run` for advice
/// @param code AWS's, of advice ours; empty where there is none for it
/// @param message what is wrong, and why
/// @param hint a way out; empty where none is known
/// @param aws what AWS says of it; empty where it says nothing
/// @param differs where AWS's documentation says one thing and the service does another
/// @param fix a way out that can be taken at once
public record ProblemView(String where, int line, int column, int from, int to, String status, String code, String message, String hint, String aws,
        String differs, Optional<FixView> fix) {

    /// Is it nothing wrong, but something to think about?
    public boolean isAdvice() {
        return status.equals("run");
    }

    /// @param label what it does
    public record FixView(String label, Fix fix) {

        /// What to write where, for the editor.
        public Json.Arr edits() {
            return new Json.Arr(fix.edits().stream().<Json>map(edit ->
                    Json.Obj.builder().put("from", edit.from()).put("to", edit.to()).put("insert", edit.text()).build()).toList());
        }
    }
}
