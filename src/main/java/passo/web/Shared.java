package passo.web;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import passo.diagram.LayoutCache;
import passo.store.Classrooms;
import passo.store.Answers;
import passo.store.Attempts;
import passo.store.Database;
import passo.store.Drafts;
import passo.store.Expectations;
import passo.store.Helps;
import passo.store.Passes;
import passo.store.Secrets;
import passo.web.exercise.Exercises;
import passo.web.playground.Playground;
import passo.web.study.Studying;
import passo.web.trace.Looking;

/// What the rooms share: who asks, what is kept, how much may be asked for, and the playground that each of them opens on sheets of its own.
///
/// @param rate of runs
record Shared(Settings settings, Database database, Library library, Pages pages, Secrets secrets, Learners learners, Teaching teaching, Drafts drafts, Capacity capacity, RateLimit rate,
        LayoutCache diagrams, Looking looking, Playground playground) {

    /// A run that is played is looked at many times a second.
    private static final int LOOKS_A_RUN = 6;
    private static final int LAYOUTS = 100;

    static Shared of(Settings settings, Database database, Library library, Pages pages) {
        var secrets = new Secrets(database);
        var learners = new Learners(secrets.key("learner-cookie"));
        var teaching = new Teaching(new Passes(database), new Classrooms(database), new Signer(secrets.key("teacher-before")));
        var drafts = new Drafts(database);
        var capacity = new Capacity(learners);
        RateLimit rate = limit(settings.runsPerSecond(), Duration.ofSeconds(1), "runs a second", learners);
        var diagrams = new LayoutCache(LAYOUTS, System::nanoTime);
        var looking = new Looking(diagrams, limit(LOOKS_A_RUN * settings.runsPerSecond(), Duration.ofSeconds(1), "looks a second", learners), capacity, pages);
        return new Shared(settings, database, library, pages, secrets, learners, teaching, drafts, capacity, rate, diagrams, looking,
                new Playground(library.examples(), learners, drafts, rate, looking, Views.tabs(pages)));
    }

    /// What is studied; the map says what is due of it.
    Studying studying() {
        return new Studying(library.questions(), library.curriculum(), new Answers(database), learners, Clock.systemUTC());
    }

    /// What there is to be learnt, and the attempts at it.
    Exercises exercises() {
        var expectations = new Expectations(database);
        return new Exercises(expectations.keeping(library.curriculum()), library.reference(), expectations, new Attempts(database), new Helps(database), learners, rate, capacity, new ConcurrentHashMap<>());
    }

    /// Another limit of what a learner may ask for.
    RateLimit limit(int most, Duration time, String what) {
        return limit(most, time, what, learners);
    }

    private static RateLimit limit(int most, Duration time, String what, Learners learners) {
        return new RateLimit(most, time, what, learners, System::nanoTime);
    }
}
