package passo.asl;

import passo.asl.text.Fix;
import passo.json.Json;

/// How something wrong could be mended, said of the value or the field that a problem was reported for. `Mender` finds the
/// words for it in the learner's text, and whether it mends.
sealed interface Repair {

    /// The name that was meant: the field's, where a field is wrong, and the text of a value otherwise.
    record Meant(String name) implements Repair {}

    /// The field has another name.
    record Rename(String name) implements Repair {}

    /// Another value stands here.
    record Write(Json value) implements Repair {}

    /// The field is not there.
    record Remove() implements Repair {}

    /// The object has one more member.
    record Insert(String member, Json value) implements Repair {}

    /// The state leads to the one that follows in the text, or ends.
    record GoOn() implements Repair {}

    /// The item of an array that holds the value becomes its last.
    record Last() implements Repair {}

    /// The text itself is changed.
    record Rewrite(Fix fix) implements Repair {}
}
