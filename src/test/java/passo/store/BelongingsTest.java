package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.progress.Plan;
import passo.study.Answered;
import passo.study.Mock;

class BelongingsTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    static final String FIRST = "00000000-0000-0000-0000-000000000001";
    static final String SECOND = "00000000-0000-0000-0000-000000000002";

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void noTableOfALearnersIsForgotten(String url) {
        try (var database = Database.open(url)) {
            var listed = new TreeSet<>(Table.STAYING);
            listed.add(Table.PLACES);
            Table.KEPT.forEach(table -> listed.add(table.name()));

            assertThat(listed).isEqualTo(tablesOfLearners(database));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatIsTakenAwayComesBackWhole(String url) {
        try (var database = Database.open(url)) {
            fill(database, "ana", FIRST);
            var belongings = new Belongings(database);
            Json.Obj all = belongings.of("ana");
            belongings.delete("ana");
            assertThat(belongings.counts("ana")).isEmpty();
            assertThat(new Recoveries(database).made("ana")).isEmpty();

            assertThat(belongings.add("rui", (Json.Obj) JsonText.parse(all.toString()))).isEmpty();
            assertThat(belongings.of("rui")).isEqualTo(all);
            assertThat(Table.KEPT).allSatisfy(table -> assertThat(((Json.Arr) all.get(table.name())).items()).as(table.name()).isNotEmpty());
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void broughtTwiceIsThereOnceAlsoWhereAnotherHasIt(String url) {
        try (var database = Database.open(url)) {
            fill(database, "ana", FIRST);
            var belongings = new Belongings(database);
            Json.Obj all = belongings.of("ana");
            assertThat(belongings.add("rui", all)).isEmpty();
            Json.Obj once = belongings.of("rui");
            assertThat(belongings.add("rui", all)).isEmpty();

            assertThat(belongings.of("rui")).isEqualTo(once);
            assertThat(belongings.of("ana")).isEqualTo(all);
            assertThat(belongings.counts("rui")).isEqualTo(belongings.counts("ana"));
            String machine = new Machines(database).all("rui").getFirst().id();
            assertThat(machine).isNotEqualTo(FIRST);
            assertThat(new Drafts(database).find("rui", Machine.draft(machine))).isPresent();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void joinedNothingIsLostAndTheLaterStays(String url) {
        try (var database = Database.open(url)) {
            fill(database, "ana", FIRST);
            fill(database, "rui", SECOND);
            var drafts = new Drafts(database);
            drafts.save(new Draft("ana", "both", "STANDARD", "{}", "1", "{}", NOON));
            drafts.save(new Draft("rui", "both", "STANDARD", "{}", "2", "{}", NOON.plusSeconds(1)));
            var notebooks = new Notebooks(database);
            notebooks.write("ana", "both", "later", NOON.plusSeconds(1));
            notebooks.write("rui", "both", "earlier", NOON);
            new Belongings(database).move("rui", "ana");

            assertThat(drafts.find("ana", "both").orElseThrow().input()).isEqualTo("2");
            assertThat(notebooks.read("ana", "both")).isEqualTo("later");
            assertThat(new Machines(database).all("ana").stream().map(Machine::name)).containsExactlyInAnyOrder("orders", "orders-2");
            assertThat(new Attempts(database).of("ana", "ola-estado")).hasSize(2);
            assertThat(new Belongings(database).counts("rui")).isEmpty();
            assertThat(new Recoveries(database).learner("hash of rui")).isEmpty();
            assertThat(new Recoveries(database).learner("hash of ana")).hasValue("ana");
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aMachineChangedOnBothSidesBecomesTwo(String url) {
        try (var database = Database.open(url)) {
            fill(database, "ana", FIRST);
            var belongings = new Belongings(database);
            Json.Obj before = belongings.of("ana");
            var revisions = new Revisions(database);
            revisions.save("ana", FIRST, revision("here", NOON.plusSeconds(1)));
            Json.Obj after = belongings.of("ana");
            assertThat(belongings.add("ana", before)).isEmpty();
            assertThat(belongings.of("ana")).isEqualTo(after);
            belongings.delete("ana");
            belongings.add("ana", before);
            revisions.save("ana", FIRST, revision("elsewhere", NOON.plusSeconds(2)));

            assertThat(belongings.add("ana", after)).isEmpty();
            assertThat(new Machines(database).all("ana").stream().map(Machine::name)).containsExactlyInAnyOrder("orders", "orders-2");
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatIsWrongIsNamedAndNothingIsTaken(String url) {
        try (var database = Database.open(url)) {
            fill(database, "ana", FIRST);
            var belongings = new Belongings(database);
            Json.Obj all = belongings.of("ana");
            belongings.delete("ana");

            assertThat(flaw(belongings, all.with("pet", Json.array()))).isEqualTo("UNKNOWN pet");
            assertThat(flaw(belongings, all.with("mock", Json.NULL))).isEqualTo("VALUE mock");
            assertThat(flaw(belongings, all.with("mock", Json.array(Json.TRUE)))).isEqualTo("VALUE mock[0]");
            assertThat(flaw(belongings, changed(all, "attempt", row -> row.without("slug")))).isEqualTo("MISSING attempt[0].slug");
            assertThat(flaw(belongings, changed(all, "attempt", row -> row.with("learner", Json.of("rui"))))).isEqualTo("UNKNOWN attempt[0].learner");
            assertThat(flaw(belongings, changed(all, "attempt", row -> row.with("stars", Json.of(4))))).isEqualTo("VALUE attempt[0].stars");
            assertThat(flaw(belongings, changed(all, "attempt", row -> row.with("answer", Json.of("{"))))).isEqualTo("VALUE attempt[0].answer");
            assertThat(flaw(belongings, changed(all, "attempt", row -> row.with("attempted_at", Json.of("yesterday"))))).isEqualTo("VALUE attempt[0].attempted_at");
            assertThat(flaw(belongings, changed(all, "draft", row -> row.with("name", Json.of("x".repeat(81)))))).isEqualTo("VALUE draft[0].name");
            assertThat(flaw(belongings, changed(all, "draft", row -> row.with("input", Json.of("\0"))))).isEqualTo("VALUE draft[0].input");
            assertThat(flaw(belongings, all.with("revision", Json.array()))).isEqualTo("APART ");
            assertThat(flaw(belongings, changed(all, "alias", row -> row.with("version", Json.of(7))))).isEqualTo("APART alias");
            assertThat(flaw(belongings, all.with("machine", Json.array()))).isEqualTo("APART revision[0].machine");
            assertThat(belongings.counts("ana")).isEmpty();
            assertThat(belongings.add("ana", Json.Obj.EMPTY)).isEmpty();
        }
    }

    private static String flaw(Belongings belongings, Json.Obj rows) {
        Flaw flaw = belongings.add("ana", rows).orElseThrow();
        return flaw.kind() + " " + flaw.place();
    }

    private static Json.Obj changed(Json.Obj all, String table, UnaryOperator<Json.Obj> change) {
        var rows = (Json.Arr) all.get(table);
        return all.with(table, rows.with(0, change.apply((Json.Obj) rows.get(0))));
    }

    /// Every table that the database knows to be a learner's, or a machine's.
    private static Set<String> tablesOfLearners(Database database) {
        List<String> tables = database.jdbi().withHandle(handle -> handle.createQuery("""
                select table_name from information_schema.columns where column_name in ('learner', 'machine')""").mapTo(String.class).list());
        return new TreeSet<>(tables);
    }

    private static Revision revision(String note, Instant at) {
        return new Revision(0, "{}", "{}", "{}", "OFF", false, note, at);
    }

    /// A row in every table at least.
    private static void fill(Database database, String learner, String machine) {
        new Machines(database).create(new Machine(machine, learner, "orders", "STANDARD", 0, NOON, NOON),
                List.of(new Revision(1, "{}", "{}", "{}", "OFF", true, "", NOON)));
        new Versions(database).publish(learner, machine, 1, "first", NOON);
        new Aliases(database).create(learner, machine, new Alias("live", "", List.of(new Alias.Route(1, 100)), NOON));
        new Executions(database).add(learner, new Execution(machine, "run", 1, "", "STANDARD", "{}", "", -7, "[]", "HAND", "RUNNING", NOON, null, 5, 2,
                "", "", "Wait", 1, "", "{}"));
        new Monitors(database).move(new Machines(database).find(learner, machine).orElseThrow(), NOON.plusSeconds(60));
        new Drafts(database).save(new Draft(learner, Machine.draft(machine), "EXPRESS", "{\"é\": 1}", "", "{}", NOON));
        new Attempts(database).save(new Attempt("attempt-" + machine.charAt(35) + learner, learner, "ola-estado", "hash", "{}", 3, "[]", NOON));
        new Helps(database).take(learner, "ola-estado", 1, NOON);
        new Plans(database).save(learner, new Plan("fast", 5, List.of("A")));
        new Notebooks(database).write(learner, Notebooks.GENERAL, "olá", NOON);
        new Answers(database).save(learner, new Answered("q", true, false, NOON));
        new Mocks(database).begin(learner, new Mock(machine.replace("-", ""), "DVA", List.of("q"), Map.of(), Set.of(), NOON, Optional.empty()));
        new Recoveries(database).save(learner, "hash of " + learner, NOON);
    }
}
