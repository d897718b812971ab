package passo.diagram;

import java.util.Locale;
import passo.engine.Step;

/// How a state stands at an instant of a run, from the quietest to the loudest: where a state was visited several times at
/// once, the loudest is shown.
public enum Status {
    SKIP, OK, CAUGHT, WAIT, RETRY, RUN, STOPPED, TIMEOUT, FAIL;

    /// How a visit ended, or how it stands where it has not.
    public static Status of(Step step, boolean waiting) {
        return switch (step.status()) {
            case SUCCEEDED -> OK;
            case CAUGHT -> CAUGHT;
            case FAILED -> FAIL;
            case TIMED_OUT -> TIMEOUT;
            case ABORTED -> STOPPED;
            case RUNNING -> waiting ? WAIT : underWay(step.type());
        };
    }

    /// How a state of this kind stands before its visit has ended.
    static Status underWay(String kind) {
        return kind.equals("Wait") ? WAIT : RUN;
    }

    /// Its colour and line: the `data-status` of the stylesheet, where a timeout is a failure.
    public String css() {
        return this == TIMEOUT ? FAIL.css() : icon();
    }

    /// Its icon in the sprite.
    public String icon() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of its word.
    public String key() {
        return "diagram.status." + icon();
    }
}
