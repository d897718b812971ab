package passo.web.study;

import java.util.Optional;
import passo.web.parts.Sentence;

/// A prediction that failed, to be thought about again. Printed by `study/prediction.jte`.
///
/// @param title of the exercise
/// @param exercise its address
/// @param action where it is sent whether it was known
public record PredictionView(Sentence title, String exercise, String action, Optional<TrailView> trail) {}
