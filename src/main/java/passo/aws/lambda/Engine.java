package passo.aws.lambda;

/// An interpreter with a memory of its own, for one call of a function. Used by one thread at a time.
interface Engine {

    /// Begins the call.
    void begin();

    /// Lets happen what is due next, where the call has not ended.
    void tick();

    /// Has it all the memory that it may have?
    boolean isFull();

    /// What the engine said when it broke down.
    String complaint();
}
