package passo.aws.iam;

/// An access that a call needs, and when.
///
/// @param moment when AWS asks for it
public record Need(Access access, Moment moment) {

    public enum Moment {
        /// When the state machine is made: the rule by which Step Functions hears of a job's end.
        CREATION,
        /// When it is called: without it the call fails.
        CALL,
        /// Perhaps later: to describe a job, or to stop it with its execution.
        LATER
    }

    static Need now(Access access) {
        return new Need(access, Moment.CALL);
    }
}
