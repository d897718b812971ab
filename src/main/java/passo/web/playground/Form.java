package passo.web.playground;

import passo.asl.Definition;

/// What the learner has written: everything that a run is made from, as text.
public record Form(Definition.Type type, String definition, String input, String world) {}
