package passo.web.classes;

import passo.web.school.ClassHead;

/// Where a teacher brings the list of a class. Printed by `classes/roster.jte`.
///
/// @param text as it was pasted
/// @param wrong why nothing can be taken of it; empty where nothing was brought yet
public record RosterView(ClassHead head, String text, String wrong) {}
