package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.json.Json;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Deed;
import passo.school.Member;
import passo.school.Roster;
import passo.school.RosterReader;
import passo.school.Teacher;

class SchoolTest {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Teacher MARTA = new Teacher("marta-id", "marta");
    static final Classroom NIGHT = new Classroom("MKR-7Q4", "marta-id", "Turma da noite", ZoneId.of("America/Sao_Paulo"), NOON);

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aTeacherIsAddedOnceByName(String url) {
        try (var database = Database.open(url)) {
            var teachers = new Teachers(database);
            assertThat(teachers.add(MARTA, NOON)).isTrue();
            assertThat(teachers.add(new Teacher("other", "marta"), NOON)).isFalse();
            assertThat(teachers.add(new Teacher(Teacher.OWNER, ""), NOON)).isTrue();

            assertThat(teachers.all()).containsExactly(MARTA);
            assertThat(teachers.named("marta")).hasValue(MARTA);
            assertThat(teachers.password("marta-id")).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void ofAllWhoWouldOwnTheInstanceAtOnceOneDoes(String url) throws Exception {
        try (var database = Database.open(url); var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var teachers = new Teachers(database);
            List<Callable<Boolean>> tries = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(i -> () -> teachers.own("hash " + i, NOON)).toList();
            var owned = people.invokeAll(tries).stream().map(Future::resultNow).toList();

            assertThat(owned).containsOnlyOnce(true);
            assertThat(teachers.password(Teacher.OWNER)).hasValue("hash " + owned.indexOf(true));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void anotherHashOfTheSamePasswordSignsNobodyOut(String url) {
        try (var database = Database.open(url)) {
            var teachers = new Teachers(database);
            teachers.add(MARTA, NOON);
            teachers.password("marta-id", "old");
            String session = new Passes(database).issue(Passes.Kind.SESSION, "marta-id", NOON);
            teachers.rehash("marta-id", "old", "new");
            teachers.rehash("marta-id", "old", "late");

            assertThat(teachers.password("marta-id")).hasValue("new");
            assertThat(new Passes(database).teacher(Passes.Kind.SESSION, session, NOON)).hasValue(MARTA);
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void theInstanceKnowsWhatItHolds(String url) {
        try (var database = Database.open(url)) {
            new Teachers(database).add(MARTA, NOON);
            new Classrooms(database).open(NIGHT);
            var drafts = new Drafts(database);
            for (String learner : List.of("one", "other")) drafts.save(new Draft(learner, "hello", "STANDARD", "{}", "{}", "{}", NOON));
            drafts.save(new Draft("one", "another", "STANDARD", "{}", "{}", "{}", NOON));
            var instance = new Instance(database);

            assertThat(instance.database()).startsWith(url.startsWith("jdbc:h2:") ? "H2 2." : "PostgreSQL 18");
            assertThat(instance.migration()).matches("\\d+");
            assertThat(List.of(instance.learners(), instance.classes())).containsExactly(2, 1);
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aPassLetsInUntilItEndsOrIsRevokedAndOnlyWhereItIsFor(String url) {
        try (var database = Database.open(url)) {
            new Teachers(database).add(MARTA, NOON);
            var passes = new Passes(database);
            String session = passes.issue(Passes.Kind.SESSION, "marta-id", NOON);
            String token = passes.issue(Passes.Kind.TOKEN, "marta-id", NOON);

            assertThat(passes.teacher(Passes.Kind.SESSION, session, NOON)).hasValue(MARTA);
            assertThat(passes.teacher(Passes.Kind.TOKEN, session, NOON)).isEmpty();
            assertThat(passes.teacher(Passes.Kind.SESSION, session, NOON.plus(Duration.ofDays(7)))).isEmpty();
            assertThat(passes.teacher(Passes.Kind.TOKEN, token, NOON.plus(Duration.ofDays(700)))).hasValue(MARTA);
            new Teachers(database).password("marta-id", "a hash");
            assertThat(passes.teacher(Passes.Kind.SESSION, session, NOON)).isEmpty();
            passes.revoke(Passes.Kind.TOKEN, "marta-id");
            assertThat(passes.teacher(Passes.Kind.TOKEN, token, NOON)).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aClassHasOneCodeAndAPlanInOrder(String url) {
        try (var database = Database.open(url)) {
            new Teachers(database).add(MARTA, NOON);
            var classrooms = new Classrooms(database);
            assertThat(classrooms.open(NIGHT)).isTrue();
            assertThat(classrooms.open(NIGHT)).isFalse();
            var plan = List.of(new Assignment("z", Optional.empty()), new Assignment("a", Optional.of(NOON)));
            classrooms.plan("MKR-7Q4", List.of(new Assignment("old", Optional.empty())));
            classrooms.plan("MKR-7Q4", plan);

            assertThat(classrooms.of("marta-id")).containsExactly(NIGHT);
            assertThat(classrooms.plan("MKR-7Q4")).isEqualTo(plan);
            new Teachers(database).remove("marta-id");
            assertThat(classrooms.find("MKR-7Q4")).isEmpty();
            assertThat(classrooms.plan("MKR-7Q4")).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whoJoinsIsWhomTheListNamesAndNobodyElseIs(String url) {
        try (var database = Database.open(url)) {
            Members members = night(database);
            list(database, "1", "João da Silva", "2026-17");

            assertThat(members.join("MKR-7Q4", "ana", "Ana", NOON)).isEqualTo(new Member(members.ofLearner("ana").getFirst().id(), "MKR-7Q4", Optional.of("ana"), "Ana", "", "", false, Optional.of(NOON)));
            assertThat(members.join("MKR-7Q4", "joao", "joao  DA silva", NOON)).isEqualTo(new Member("1", "MKR-7Q4", Optional.of("joao"), "João da Silva", "2026-17", "", true, Optional.of(NOON)));
            assertThat(members.join("MKR-7Q4", "thief", "João da Silva", NOON).listed()).isFalse();
            assertThat(members.join("MKR-7Q4", "joao", "Another", NOON).name()).isEqualTo("João da Silva");
            assertThat(members.join("MKR-7Q4", "ana", "Ana Lima", NOON).name()).isEqualTo("Ana Lima");
            assertThat(members.of("MKR-7Q4")).extracting(Member::name).containsExactly("Ana Lima", "João da Silva", "João da Silva");
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void fortyJoinAtOnceEachOnce(String url) throws Exception {
        try (var database = Database.open(url); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Members members = night(database);
            List<Callable<Member>> joins = IntStream.range(0, 80).<Callable<Member>>mapToObj(i -> () -> members.join("MKR-7Q4", "learner " + i / 2, "Name " + i / 2, NOON)).toList();

            for (var joined : threads.invokeAll(joins)) assertThat(joined.get().joinedAt()).hasValue(NOON);
            assertThat(members.of("MKR-7Q4")).hasSize(40);
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void placesInClassesMoveWithTheLearnerAndTheOneOnTheListIsKept(String url) {
        try (var database = Database.open(url)) {
            Members members = night(database);
            list(database, "1", "Ana", "");
            members.join("MKR-7Q4", "phone", "Ana", NOON);
            members.join("MKR-7Q4", "laptop", "A.", NOON);
            new Belongings(database).move("phone", "laptop");

            assertThat(members.of("MKR-7Q4")).containsExactly(new Member("1", "MKR-7Q4", Optional.of("laptop"), "Ana", "", "", true, Optional.of(NOON)));
            new Belongings(database).delete("laptop");
            assertThat(members.of("MKR-7Q4")).containsExactly(new Member("1", "MKR-7Q4", Optional.empty(), "Ana", "", "", true, Optional.empty()));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aListAddsUpdatesAndTakesNobodyOut(String url) {
        try (var database = Database.open(url)) {
            Members members = night(database);
            list(database, "1", "Araci Lima", "17");
            members.join("MKR-7Q4", "ubirata", "ubirata neto", NOON);
            members.enlist("MKR-7Q4", roster("nome;ra;email\nAraci de Lima;17;a@b.example\nUbiratã Neto;18;\nIraê;;"));
            List<Member> once = members.of("MKR-7Q4");
            members.enlist("MKR-7Q4", roster("nome;ra\nUbiratã Neto;18\nIraê;"));

            assertThat(once).usingRecursiveFieldByFieldElementComparatorIgnoringFields("id").containsExactly(
                    new Member("1", "MKR-7Q4", Optional.empty(), "Araci de Lima", "17", "a@b.example", true, Optional.empty()),
                    new Member("", "MKR-7Q4", Optional.empty(), "Iraê", "", "", true, Optional.empty()),
                    new Member("", "MKR-7Q4", Optional.of("ubirata"), "Ubiratã Neto", "18", "", true, Optional.of(NOON)));
            assertThat(members.of("MKR-7Q4")).isEqualTo(once);
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void twoPlacesBecomeOneUnlessBothHaveJoined(String url) {
        try (var database = Database.open(url)) {
            Members members = night(database);
            list(database, "1", "Araci Lima", "17");
            Member there = members.join("MKR-7Q4", "araci", "Cici", NOON);
            Member other = members.join("MKR-7Q4", "other", "Other", NOON);
            assertThat(members.merge("MKR-7Q4", there.id(), other.id())).isFalse();
            assertThat(members.merge("MKR-7Q4", there.id(), "nobody")).isFalse();
            assertThat(members.merge("MKR-7Q4", there.id(), "1")).isTrue();

            var araci = new Member("1", "MKR-7Q4", Optional.of("araci"), "Araci Lima", "17", "", true, Optional.of(NOON));
            assertThat(members.of("MKR-7Q4")).containsExactly(araci, other);
            members.unlink("MKR-7Q4", "1");
            members.unlink("MKR-7Q4", other.id());
            assertThat(members.of("MKR-7Q4")).containsExactly(new Member("1", "MKR-7Q4", Optional.empty(), "Araci Lima", "17", "", true, Optional.empty()));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aNameWithoutLettersIsNobodysOnTheList(String url) {
        try (var database = Database.open(url)) {
            Members members = night(database);
            list(database, "1", "Araci Lima", "");

            assertThat(members.join("MKR-7Q4", "araci", "!!!", NOON).listed()).isFalse();
        }
    }

    private static Roster roster(String text) {
        return ((Roster.Reading.Read) RosterReader.read(text)).roster();
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void anAttemptFromAFileIsKnownToBeBrought(String url) {
        try (var database = Database.open(url)) {
            new Attempts(database).save(new Attempt("attempt-of-ana", "ana", "ola-estado", "hash", "{}", 3, "[]", NOON));
            var belongings = new Belongings(database);
            Json.Obj file = belongings.of("ana");
            belongings.add("rui", file);
            belongings.add("ana", file);
            belongings.move("rui", "eva");

            assertThat(brought(database, "ana")).containsExactly(false);
            assertThat(brought(database, "eva")).containsExactly(true);
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatAClassHasDoneIsAskedOfAttemptsHelpAndDrafts(String url) {
        try (var database = Database.open(url)) {
            Members members = night(database);
            members.join("MKR-7Q4", "ana", "Ana", NOON);
            members.join("MKR-7Q4", "rui", "Rui", NOON);
            var attempts = new Attempts(database);
            attempts.save(attempt("1", "ana", 0, NOON));
            attempts.save(attempt("2", "ana", 2, NOON.plusSeconds(60)));
            attempts.save(attempt("3", "ana", 3, NOON.plusSeconds(120)));
            attempts.save(attempt("4", "stranger", 3, NOON));
            new Helps(database).take("ana", "ola-estado", 1, NOON.plusSeconds(30));
            new Drafts(database).save(new Draft("ana", "exercise-ola-estado", "STANDARD", "{}", "", "", NOON.plusSeconds(300)));
            new Drafts(database).save(new Draft("rui", "exercise-leia-o-rastro", "STANDARD", "{}", "", "", NOON));
            new Drafts(database).save(new Draft("rui", "mine", "STANDARD", "{}", "", "", NOON));
            var belongings = new Belongings(database);
            belongings.add("rui", belongings.of("stranger"));

            assertThat(new Deeds(database).of("MKR-7Q4")).containsExactly(
                    new Deed("ana", "ola-estado", 3, 3, 1, Optional.of(NOON), Optional.of(NOON.plusSeconds(60)), Optional.of(NOON.plusSeconds(120)), Optional.of(NOON.plusSeconds(300)), false),
                    new Deed("rui", "leia-o-rastro", 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOON), false),
                    new Deed("rui", "ola-estado", 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true));
        }
    }

    private static Attempt attempt(String number, String learner, int stars, Instant at) {
        return new Attempt("attempt-" + number, learner, "ola-estado", "hash", "{}", stars, "[]", at);
    }

    private static List<Boolean> brought(Database database, String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select brought from attempt where learner = :learner").bind("learner", learner).mapTo(Boolean.class).list());
    }

    private static Members night(Database database) {
        new Teachers(database).add(MARTA, NOON);
        new Classrooms(database).open(NIGHT);
        return new Members(database);
    }

    private static void list(Database database, String id, String name, String number) {
        database.write("insert into member (id, classroom, learner, name, number, email, listed, joined_at) values (:id, 'MKR-7Q4', null, :name, :number, '', true, null)",
                statement -> statement.bind("id", id).bind("name", name).bind("number", number));
    }
}
