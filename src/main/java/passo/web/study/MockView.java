package passo.web.study;

import java.util.List;

/// A question of an exam that goes on. Printed by `study/mock.jte`; of what a change alters, by `study/saved.jte`.
///
/// @param action where it is answered
/// @param counts how many are answered, flagged and open
public record MockView(String exam, String title, String action, QuestionView question, boolean flagged, int number, List<SquareView> squares, String counts, TimeView time) {

    public boolean isLast() {
        return number == squares.size();
    }

    public SquareView square() {
        return squares.get(number - 1);
    }
}
