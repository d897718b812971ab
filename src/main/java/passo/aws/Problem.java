package passo.aws;

import java.util.List;
import passo.json.Pointer;

/// Something wrong with a world, its callbacks or the decisions of a run.
///
/// @param at where
/// @param key of the message files, which say it in the learner's language
/// @param arguments of the message
public record Problem(Pointer at, String key, List<String> arguments) {}
