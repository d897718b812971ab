package passo.convert;

import passo.asl.text.Diagnostic.Phrase;

/// Something to know about a converted state.
///
/// @param location as diagnostics write it, such as `/States/Charge/ResultPath`
/// @param phrase what it is, `convert.refused.…` or `convert.differs.…`
public record Remark(Kind kind, String state, String location, Phrase phrase) {

    /// `REFUSED`: the state is left in JSONPath. `DIFFERS`: it is converted, and does something else on data that the phrase describes.
    public enum Kind { REFUSED, DIFFERS }
}
