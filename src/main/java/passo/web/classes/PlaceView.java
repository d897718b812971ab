package passo.web.classes;

/// A class that a learner is in. Printed by `classes/place.jte`.
///
/// @param isNew have they just joined?
public record PlaceView(Place place, boolean isNew) {}
