package passo.web.playground;

/// The first three steps of a newcomer: run, see where, mend.
///
/// @param shown is there a guide for this example?
/// @param step the one to take now, from 1; 4 once all are taken
/// @param whole did the learner's data arrive whole?
public record GuideView(boolean shown, int step, boolean whole) {

    static final GuideView NONE = new GuideView(false, 0, false);
}
