package passo.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.school.Enlistment.Entry;
import passo.school.Enlistment.Kind;
import passo.school.Roster.Doubt;
import passo.school.Roster.Person;

class EnlistmentTest {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test void whoJoinedBeforeComesOntoTheListByName() {
        Member joined = joined("1", "araci  LIMA");
        Enlistment enlistment = enlist(List.of(joined), person(2, "Araci Lima", "17", ""), person(3, "Ubiratã Neto", "", ""));

        assertThat(enlistment.entries()).containsExactly(new Entry(Kind.JOINED, person(2, "Araci Lima", "17", ""), Optional.of(joined)),
                new Entry(Kind.NEW, person(3, "Ubiratã Neto", "", ""), Optional.empty()));
    }

    @Test void theSameListAgainChangesNothing() {
        Member listed = listed("1", "Araci Lima", "17", "a@b.example");

        assertThat(enlist(List.of(listed), person(2, "Araci Lima", "17", "")).entries()).extracting(Entry::kind).containsExactly(Kind.SAME);
    }

    @Test void aNumberTellsMoreThanAnEmailAndAnEmailMoreThanAName() {
        Member byNumber = listed("1", "A. Lima", "17", "");
        Member byEmail = listed("2", "Araci", "", "araci@escola.example");
        Member byName = listed("3", "Araci Lima", "", "");
        var all = List.of(byNumber, byEmail, byName);

        assertThat(before(all, person(2, "Araci Lima", "17", "araci@escola.example"))).hasValue(byNumber);
        assertThat(before(all, person(2, "Araci Lima", "18", "araci@escola.example"))).hasValue(byEmail);
        assertThat(before(all, person(2, "Araci Lima", "18", ""))).hasValue(byName);
        assertThat(enlist(all, person(2, "Araci Lima", "17", "")).entries().getFirst().kind()).isEqualTo(Kind.CHANGED);
        assertThat(enlist(all, person(2, "Araci Lima", "17", "")).unnamed()).isEqualTo(2);
    }

    @Test void anotherNumberIsAnotherPersonWhateverTheName() {
        assertThat(before(List.of(listed("1", "Araci Lima", "17", "")), person(2, "Araci Lima", "18", ""))).isEmpty();
    }

    @Test void oneLineTakesNobodyAwayFromALaterLineThatIsSure() {
        Member araci = listed("1", "Araci Lima", "17", "");
        Enlistment enlistment = enlist(List.of(araci), person(2, "Araci Lima", "", "other@escola.example"), person(3, "Araci de Lima", "17", ""));

        assertThat(enlistment.entries()).extracting(Entry::kind).containsExactly(Kind.NEW, Kind.CHANGED);
    }

    @Test void whoItIsAmongSeveralIsNotGuessed() {
        Enlistment onList = enlist(List.of(listed("1", "Araci Lima", "17", ""), listed("2", "Araci Lima", "18", "")), person(2, "Araci Lima", "", ""));
        assertThat(onList.entries()).isEmpty();
        assertThat(onList.doubts()).containsExactly(new Doubt(2, Doubt.Kind.SEVERAL, "Araci Lima", 0));
        Enlistment there = enlist(List.of(joined("1", "Araci"), joined("2", "Araci")), person(2, "Araci", "17", ""));
        assertThat(there.entries()).extracting(Entry::kind).containsExactly(Kind.NEW);
        assertThat(there.doubts()).containsExactly(new Doubt(2, Doubt.Kind.SEVERAL_JOINED, "Araci", 0));
    }

    @Test void twoPlacesAreOneUnlessBothHaveJoined() {
        Member list = listed("1", "Araci Lima", "17", "");
        Member there = joined("2", "Cici");

        assertThat(there.with(list)).hasValue(new Member("1", "MKR-7Q4", Optional.of("learner 2"), "Araci Lima", "17", "", true, Optional.of(NOON)));
        assertThat(list.with(there)).isEqualTo(there.with(list));
        assertThat(there.with(joined("3", "Araci"))).isEmpty();
        assertThat(there.with(there)).isEmpty();
    }

    private static Optional<Member> before(List<Member> members, Person person) {
        return enlist(members, person).entries().getFirst().before();
    }

    private static Enlistment enlist(List<Member> members, Person... people) {
        return Enlistment.of(new Roster(List.of(), List.of(people), List.of()), members);
    }

    private static Person person(int line, String name, String number, String email) {
        return new Person(line, name, number, email);
    }

    private static Member listed(String id, String name, String number, String email) {
        return new Member(id, "MKR-7Q4", Optional.empty(), name, number, email, true, Optional.empty());
    }

    private static Member joined(String id, String name) {
        return new Member(id, "MKR-7Q4", Optional.of("learner " + id), name, "", "", false, Optional.of(NOON));
    }
}
