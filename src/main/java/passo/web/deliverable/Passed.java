package passo.web.deliverable;

import java.util.Optional;
import passo.json.Json;
import passo.lab.exercise.Exercise;

/// An exercise that a learner has passed.
///
/// @param last the answer that passed last
/// @param draft what stands in the editor, where that is something else
record Passed(Exercise exercise, Json.Obj last, Optional<Json.Obj> draft) {

    Json.Obj answer(Choice choice) {
        return choice.drafts().contains(exercise.slug()) ? draft.orElse(last) : last;
    }
}
