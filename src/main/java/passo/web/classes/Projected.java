package passo.web.classes;

/// What a class reads from the wall when it joins. Printed by `classes/project.jte`, and again and again by `classes/count.jte`.
///
/// @param back the address of the class's people
/// @param told how many have joined, in words
public record Projected(String name, Invitation invitation, String back, int joined, String told) {}
