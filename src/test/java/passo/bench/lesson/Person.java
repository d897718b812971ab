package passo.bench.lesson;

import java.io.IOException;

/// One who takes part in a lesson.
interface Person {

    /// Goes on until the lesson is over.
    void attend() throws IOException, InterruptedException;
}
