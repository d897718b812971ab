package passo.web.parts;

/// How some work failed.
///
/// @param caught did a catcher take it?
public record FailureView(String error, String cause, boolean caught) {}
