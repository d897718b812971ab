package passo.web.me;

import java.util.List;
import passo.web.classes.Place;

/// The page of what is kept of a learner. Printed by `me/page.jte`.
///
/// @param things what there is, in words; empty where nothing is kept yet
/// @param places in classes
/// @param made when the phrase was made; empty where there is none
/// @param words of the phrase, this once; empty at all other times
/// @param typed what was typed in as a phrase and led nowhere
/// @param said what came of the last form; none where none was sent
public record MeView(List<String> things, List<Place> places, String made, List<String> words, String typed, Said said) {

    /// A sentence about a form of the page.
    ///
    /// @param about the form: `all`, `enter` or `file`; empty where nothing is said
    /// @param good did it do what was wanted?
    public record Said(String about, boolean good, String text) {

        static final Said NOTHING = new Said("", true, "");

        public boolean isAbout(String form) {
            return about.equals(form);
        }
    }
}
