package passo.export;

import java.util.List;
import passo.lab.progress.Item;

/// What a learner wants to show.
///
/// @param title empty for the usual one
/// @param author empty for none
/// @param note in general, in Markdown
/// @param items of the checklist, as they stand
/// @param pieces in the order of the curriculum
public record Portfolio(String title, String author, String note, List<Item> items, List<Piece> pieces) {

    public Portfolio {
        items = List.copyOf(items);
        pieces = List.copyOf(pieces);
    }
}
