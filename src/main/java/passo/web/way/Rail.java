package passo.web.way;

/// How the two rails run past a stage of the data's way: the input's, and the result's that is born at the call. Drawn by
/// `rail.jte`.
public enum Rail {
    /// The input begins.
    START,
    /// One rail goes on.
    ON,
    /// What is sent is built from the input, which goes on.
    BRANCH,
    /// What is sent is made of what was built before; the input goes on.
    SENT,
    /// The call: what is sent ends, the result begins.
    CALL,
    /// Both rails go on; the stage acts on the result.
    BESIDE,
    /// The result comes into the input.
    JOIN,
    /// The result cuts the input off and goes on in its place.
    REPLACE,
    /// The result ends here.
    DROP,
    /// One rail goes on, and something is kept beside it.
    ASIDE,
    /// The data leaves the state.
    END,
    /// The work failed; its error begins, and the input goes on.
    FAIL,
    /// The state failed here.
    BREAK
}
