package passo.web.way;

import java.util.Optional;
import passo.web.parts.JsonView;
import passo.web.parts.Sentence;

/// What one stage of the data's way did: the data before it and after it.
///
/// @param stage its name in an address
/// @param name as the row calls it
/// @param beforeName what stands over the data before it
/// @param afterName what stands over the data after it
/// @param says what is to be known of its size, or why nothing came of it; no words where there is nothing to say
public record StageView(String stage, String name, String beforeName, String afterName, Optional<JsonView> before, Optional<JsonView> after, Sentence says) {}
