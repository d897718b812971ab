package passo.lab.grading;

import java.util.Optional;
import passo.json.Json;
import passo.json.Pointer;

/// One place in which a value is not as expected.
///
/// @param elsewhere where the expected value stands instead
public record Mismatch(Kind kind, Pointer at, Optional<Json> expected, Optional<Json> got, Optional<Pointer> elsewhere) {

    public enum Kind { MISSING, EXTRA, DIFFERENT, ELSEWHERE }
}
