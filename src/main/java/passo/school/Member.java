package passo.school;

import java.time.Instant;
import java.util.Optional;

/// Somebody in a class: who has joined it, and who is expected to because the teacher's list names them. Immutable.
///
/// @param id by which pages name them
/// @param learner the anonymous id of who has joined; empty of one who has not yet
/// @param name as the list or they themselves write it
/// @param number by which the school knows them; empty where it was not said
/// @param email the same
/// @param listed does the teacher's list name them?
public record Member(String id, String classroom, Optional<String> learner, String name, String number, String email, boolean listed, Optional<Instant> joinedAt) {

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_NUMBER = 40;
    public static final int LONGEST_EMAIL = 120;

    public boolean hasJoined() {
        return learner.isPresent();
    }

    /// This and another place as one, under the name on the list. What one of them lacks it has from the other.
    ///
    /// @return empty where both have joined: these are two learners, and only they can become one
    public Optional<Member> with(Member other) {
        if (id.equals(other.id) || hasJoined() && other.hasJoined()) return Optional.empty();
        Member first = listed || !other.listed ? this : other;
        Member second = first == this ? other : this;
        return Optional.of(new Member(first.id, classroom, learner.or(() -> other.learner), first.name, first.number.isEmpty() ? second.number : first.number,
                first.email.isEmpty() ? second.email : first.email, listed || other.listed, joinedAt.or(() -> other.joinedAt)));
    }
}
