package passo.web.trace;

import gg.jte.Content;
import java.util.Optional;

/// A tab whose panel is asked for when it is opened.
///
/// @param word what is written on it
/// @param shown the panel's content, where it was asked for without scripts
public record TabView(String name, String word, Tab.Slab slab, boolean instant, Optional<Content> shown) {}
