package passo.study;

/// How well a learner remembers something: FSRS-6, the free spaced repetition scheduler, with its default weights and no learning
/// steps within a day. Immutable. See "The Algorithm" of open-spaced-repetition.
///
/// @param stability days until it is remembered with a chance of 90 %
/// @param difficulty 1 to 10
public record Memory(double stability, double difficulty) {

    /// How it was answered: there are two buttons.
    public enum Grade {
        AGAIN(1), GOOD(3);

        private final int number;

        Grade(int number) {
            this.number = number;
        }
    }

    private static final double[] W = {0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
        0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
    private static final int EASY = 4;
    private static final double WANTED = 0.9;
    private static final double DECAY = -W[20];
    private static final double FACTOR = Math.pow(WANTED, 1 / DECAY) - 1;
    private static final double LEAST_STABILITY = 0.001;
    private static final int LONGEST = 36_500;

    /// After the first answer.
    public static Memory first(Grade grade) {
        return new Memory(W[grade.number - 1], clamped(firstDifficulty(grade.number)));
    }

    /// After another answer.
    ///
    /// @param days whole ones since the answer before
    public Memory after(Grade grade, long days) {
        double next = days < 1 ? sameDay(grade) : grade == Grade.AGAIN ? forgotten(days) : remembered(days);
        return new Memory(Math.max(next, LEAST_STABILITY), harder(grade));
    }

    /// The chance that it is remembered.
    ///
    /// @param days whole ones since the last answer
    public double retrievability(long days) {
        return Math.pow(1 + FACTOR * days / stability, DECAY);
    }

    /// In how many days it is to be asked again: when the chance has sunk to 90 %. At least 1.
    public int interval() {
        return Math.clamp(Math.round(stability), 1, LONGEST);
    }

    private double sameDay(Grade grade) {
        double growth = Math.exp(W[17] * (grade.number - 3 + W[18])) * Math.pow(stability, -W[19]);
        return stability * (grade == Grade.GOOD ? Math.max(growth, 1) : growth);
    }

    private double remembered(long days) {
        return stability * (1 + Math.exp(W[8]) * (11 - difficulty) * Math.pow(stability, -W[9]) * (Math.exp((1 - retrievability(days)) * W[10]) - 1));
    }

    private double forgotten(long days) {
        double longTerm = W[11] * Math.pow(difficulty, -W[12]) * (Math.pow(stability + 1, W[13]) - 1) * Math.exp((1 - retrievability(days)) * W[14]);
        return Math.min(longTerm, stability / Math.exp(W[17] * W[18]));
    }

    /// The nearer to 10, the slower it rises; and it drifts back to what is easy.
    private double harder(Grade grade) {
        double moved = difficulty - W[6] * (grade.number - 3) * (10 - difficulty) / 9;
        return clamped(W[7] * firstDifficulty(EASY) + (1 - W[7]) * moved);
    }

    private static double firstDifficulty(int grade) {
        return W[4] - Math.exp(W[5] * (grade - 1)) + 1;
    }

    private static double clamped(double difficulty) {
        return Math.clamp(difficulty, 1, 10);
    }
}
