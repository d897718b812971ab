package passo.study;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.study.Memory.Grade;

/// What a learner has missed once and is to be asked again, each thing on the day on which it is about to be forgotten. Computed anew
/// from all answers: there is no second truth. Immutable.
///
/// @param cards by the id of what is asked, in the order in which they were missed first
/// @param today the day it is
/// @param done how many were asked again today
public record Review(Map<String, Card> cards, LocalDate today, int done) {

    /// So many are asked a day at most.
    public static final int A_DAY = 20;
    private static final Duration A_CARD = Duration.ofSeconds(40);

    /// @param asked the day of the last answer
    public record Card(String id, Memory memory, LocalDate asked) {

        /// The day on which it is to be asked again.
        public LocalDate due() {
            return asked.plusDays(memory.interval());
        }

        private Card after(Grade grade, LocalDate day) {
            return new Card(id, memory.after(grade, ChronoUnit.DAYS.between(asked, day)), day);
        }

        private double retrievability(LocalDate day) {
            return memory.retrievability(Math.max(0, ChronoUnit.DAYS.between(asked, day)));
        }
    }

    /// @param answers all of a learner's, the oldest first
    /// @param zone in which the learner's days begin
    public static Review of(List<Answered> answers, ZoneId zone, LocalDate today) {
        var cards = new LinkedHashMap<String, Card>();
        int done = 0;
        for (Answered answered : answers) {
            LocalDate day = answered.at().atZone(zone).toLocalDate();
            Grade grade = answered.right() && answered.known() ? Grade.GOOD : Grade.AGAIN;
            Card card = cards.get(answered.question());
            if (card == null && grade == Grade.GOOD) continue;
            if (card != null && day.equals(today) && !card.due().isAfter(today)) done++;
            cards.put(answered.question(), card == null ? new Card(answered.question(), Memory.first(grade), day) : card.after(grade, day));
        }
        return new Review(cards, today, done);
    }

    /// What is to be asked today, what is most likely forgotten first; no more than are left of today's.
    public List<Card> due() {
        return cards.values().stream().filter(card -> !card.due().isAfter(today)).sorted(Comparator.comparingDouble(card -> card.retrievability(today)))
                .limit(Math.max(0, A_DAY - done)).toList();
    }

    /// Is it among what is to be asked today?
    public boolean isDue(String id) {
        return due().stream().anyMatch(card -> card.id().equals(id));
    }

    /// About how long what is to be asked today takes, in whole minutes.
    public Duration time() {
        return Duration.ofMinutes(Math.ceilDiv(A_CARD.multipliedBy(due().size()).toSeconds(), 60));
    }

    /// The day on which the next is due, where none is today.
    public Optional<LocalDate> next() {
        return cards.values().stream().map(Card::due).filter(day -> day.isAfter(today)).min(Comparator.naturalOrder());
    }
}
