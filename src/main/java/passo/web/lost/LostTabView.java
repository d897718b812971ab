package passo.web.lost;

import java.util.List;
import java.util.Optional;

/// The answer to where a field was lost, and the box that asks.
///
/// @param text what was asked
/// @param unreadable is that no path?
/// @param fields all that existed in the run
public record LostTabView(String text, boolean unreadable, List<String> fields, Optional<LostView> lost) {}
