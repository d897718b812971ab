package passo.aws.lambda;

/// What an engine may ask of the world around it, and all that it may.
interface Host {

    /// An answer that says nothing. (QuickJS would break its memory with an empty one.)
    String HEARD = "heard";

    /// Where an engine is made ready, and nobody calls yet.
    Host NOBODY = new Host() {
        @Override
        public String answer(String question, String text) {
            return HEARD;
        }

        @Override
        public long now() {
            return 0;
        }
    };

    /// @return the answer to a question of `node.js` or `lambda.py`, never empty
    String answer(String question, String text);

    /// The time, in milliseconds.
    long now();
}
