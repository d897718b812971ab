package passo.lab.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.OnCall;

/// How a learner's night on call goes.
///
/// @param events in the order in which they came in
public record Night(List<Event> events) {

    /// An incident, and what the learner did about it until it was over.
    ///
    /// @param tries attempts, the one that passed among them
    /// @param hints the rungs of help that were taken before
    /// @param took from the first try to the one that passed; empty while it goes on
    public record Event(OnCall.Incident incident, int tries, int hints, Optional<Duration> took) {

        public boolean over() {
            return took.isPresent();
        }

        public boolean begun() {
            return tries > 0;
        }
    }

    /// One attempt at an exercise.
    public record Try(Instant at, boolean passed) {}

    /// What a learner has done about exercises.
    public interface Deeds {

        /// All attempts, the oldest first.
        List<Try> tries(Exercise exercise);

        /// When help was taken.
        List<Instant> helps(Exercise exercise);
    }

    public Night {
        events = List.copyOf(events);
    }

    public static Night of(OnCall onCall, Deeds deeds) {
        return new Night(onCall.incidents().stream().map(incident -> event(incident, deeds.tries(incident.exercise()), deeds.helps(incident.exercise()))).toList());
    }

    private static Event event(OnCall.Incident incident, List<Try> tries, List<Instant> helps) {
        Optional<Try> passed = tries.stream().filter(Try::passed).findFirst();
        if (passed.isEmpty()) return new Event(incident, tries.size(), helps.size(), Optional.empty());
        Instant end = passed.get().at();
        return new Event(incident, tries.indexOf(passed.get()) + 1, (int) helps.stream().filter(help -> help.isBefore(end)).count(),
                Optional.of(Duration.between(tries.getFirst().at(), end)));
    }

    public long over() {
        return events.stream().filter(Event::over).count();
    }

    public boolean isOver() {
        return over() == events.size();
    }

    /// The first that is not over.
    public Optional<Event> next() {
        return events.stream().filter(event -> !event.over()).findFirst();
    }

    public int tries() {
        return events.stream().mapToInt(Event::tries).sum();
    }

    public int hints() {
        return events.stream().mapToInt(Event::hints).sum();
    }
}
