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
}
