package passo.asl.advice;

import java.util.Optional;
import passo.asl.text.Diagnostic.Phrase;
import passo.asl.text.Fix;
import passo.json.Location;

/// Something about a good definition that may not be what was meant.
///
/// @param code ours, such as `CHOICE_WITHOUT_DEFAULT`
/// @param location as AWS writes it, such as `/States/A/Choices[0]`
/// @param explanation what happens, and why, `advice.…`
/// @param hint what to do instead, `advice.….hint`
/// @param fix a way out that can be taken at once, where one is certain
/// @param at where it stands in the text
/// @param end where that ends, exclusive
public record Advice(String code, String location, Phrase explanation, Phrase hint, Optional<Fix> fix, Location at, Location end) {

    Advice with(Optional<Fix> fix) {
        return new Advice(code, location, explanation, hint, fix, at, end);
    }
}
