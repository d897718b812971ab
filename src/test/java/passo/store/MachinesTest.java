package passo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import passo.store.Alias.Route;

@ParameterizedClass @MethodSource("passo.store.TestDatabases#urls")
class MachinesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final String ana = UUID.randomUUID().toString();
    private final String rui = UUID.randomUUID().toString();
    @Parameter String url;
    @AutoClose private Database database;
    private Machines machines;
    private Revisions revisions;
    private Versions versions;
    private Aliases aliases;
    private Executions executions;

    @BeforeEach void open() {
        database = Database.open(url);
        machines = new Machines(database);
        revisions = new Revisions(database);
        versions = new Versions(database);
        aliases = new Aliases(database);
        executions = new Executions(database);
    }

    @Test void aMachineIsMadeWithItsFirstRevision() {
        Machine orders = make(ana, "orders");

        assertThat(machines.all(ana)).containsExactly(orders);
        assertThat(machines.find(ana, orders.id())).contains(orders);
        assertThat(revisions.newest(ana, orders.id())).contains(revision(1, "made"));
    }

    @Test void nobodyElseSeesOrChangesIt() {
        Machine orders = make(ana, "orders");
        versions.publish(ana, orders.id(), 1, "", NOON);

        assertThat(machines.all(rui)).isEmpty();
        assertThat(machines.find(rui, orders.id())).isEmpty();
        assertThat(machines.rename(rui, orders.id(), "mine", NOON)).contains(Machines.Refusal.ABSENT);
        assertThat(machines.remove(rui, orders.id(), NOON)).isFalse();
        assertThat(revisions.save(rui, orders.id(), revision(0, "no"))).isEmpty();
        assertThat(revisions.list(rui, orders.id())).isEmpty();
        assertThat(revisions.find(rui, orders.id(), 1)).isEmpty();
        assertThat(versions.publish(rui, orders.id(), 1, "", NOON)).isEqualTo(Versions.Outcome.ABSENT);
        assertThat(versions.list(rui, orders.id())).isEmpty();
        assertThat(aliases.create(rui, orders.id(), alias("live", new Route(1, 100)))).isEqualTo(Aliases.Outcome.ABSENT);
        assertThat(executions.add(rui, execution(orders, "one", NOON, "SUCCEEDED"))).isEqualTo(Executions.Outcome.ABSENT);
        assertThat(executions.list(rui, orders.id(), List.of(), 0, 10)).isEmpty();
    }

    @Test void aNameIsGivenOnceToALearner() {
        Machine orders = make(ana, "orders");
        Machine payments = make(ana, "payments");
        make(rui, "orders");

        assertThat(machines.create(machine(ana, "orders"), List.of(revision(1, "made")))).contains(Machines.Refusal.NAME_TAKEN);
        assertThat(machines.rename(ana, payments.id(), "orders", NOON)).contains(Machines.Refusal.NAME_TAKEN);
        assertThat(machines.rename(ana, orders.id(), "orders", NOON)).isEmpty();
        assertThat(machines.rename(ana, payments.id(), "bills", NOON)).isEmpty();
        assertThat(machines.find(ana, payments.id())).map(Machine::name).contains("bills");
    }

    @Test void aNameWantedByManyAtOnceIsGivenOnce() {
        IntStream.range(0, 20).parallel().forEach(i -> machines.create(machine(ana, "orders"), List.of(revision(1, "made"))));

        assertThat(machines.all(ana)).hasSize(1);
    }

    @Test void aLearnerHasFiftyMachines() {
        for (int i = 0; i < Machines.MOST; i++) make(ana, "machine-" + i);

        assertThat(machines.create(machine(ana, "more"), List.of())).contains(Machines.Refusal.TOO_MANY);
    }

    @Test void aRemovedMachineIsBroughtBackWhole() {
        Machine orders = make(ana, "orders");
        versions.publish(ana, orders.id(), 1, "", NOON);
        machines.remove(ana, orders.id(), NOON);

        assertThat(machines.all(ana)).isEmpty();
        assertThat(revisions.newest(ana, orders.id())).isEmpty();
        assertThat(machines.bringBack(rui, orders.id())).contains(Machines.Refusal.ABSENT);
        assertThat(machines.bringBack(ana, orders.id())).isEmpty();
        assertThat(versions.list(ana, orders.id())).hasSize(1);
        assertThat(machines.bringBack(ana, orders.id())).contains(Machines.Refusal.ABSENT);
    }

    @Test void aRemovedMachineIsNotBroughtBackOverAnotherOfItsName() {
        Machine orders = make(ana, "orders");
        machines.remove(ana, orders.id(), NOON);
        make(ana, "orders");

        assertThat(machines.bringBack(ana, orders.id())).contains(Machines.Refusal.NAME_TAKEN);
    }

    @Test void aMachineRemovedTheDayBeforeIsForgotten() {
        Machine orders = make(ana, "orders");
        Machine payments = make(ana, "payments");
        new Drafts(database).save(new Draft(ana, orders.draft(), "STANDARD", "{}", "{}", "{}", NOON));
        executions.add(ana, execution(orders, "one", NOON, "SUCCEEDED"));
        versions.publish(ana, orders.id(), 1, "", NOON);
        machines.remove(ana, orders.id(), NOON);
        machines.remove(ana, payments.id(), NOON.plus(Machines.KEPT).plusSeconds(1));

        assertThat(machines.bringBack(ana, orders.id())).contains(Machines.Refusal.ABSENT);
        assertThat(new Drafts(database).find(ana, orders.draft())).isEmpty();
        assertThat(machines.bringBack(ana, payments.id())).isEmpty();
    }

    @Test void revisionsAreCountedUpWhoeverSavesAtOnce() {
        Machine orders = make(ana, "orders");

        IntStream.range(0, 20).parallel().forEach(i -> revisions.save(ana, orders.id(), revision(0, "r")));

        assertThat(revisions.list(ana, orders.id())).extracting(Revision.Line::number)
                .containsExactlyElementsOf(IntStream.iterate(21, n -> n - 1).limit(21).boxed().toList());
    }

    @Test void theOldestRevisionGoesThatIsNotPublished() {
        Machine orders = make(ana, "orders");
        versions.publish(ana, orders.id(), 1, "", NOON);
        executions.add(ana, execution(orders, "one", NOON, "SUCCEEDED"));
        for (int i = 0; i < Revisions.MOST; i++) revisions.save(ana, orders.id(), revision(0, "r"));

        var numbers = revisions.list(ana, orders.id()).stream().map(Revision.Line::number).toList();

        assertThat(numbers).hasSize(Revisions.MOST).startsWith(Revisions.MOST + 1).endsWith(3, 1);
        assertThat(executions.find(ana, orders.id(), "one")).isPresent();
    }

    @Test void theNewestRevisionIsPublishedOnce() {
        Machine orders = make(ana, "orders");

        assertThat(versions.publish(ana, orders.id(), 1, "first", NOON)).isEqualTo(Versions.Outcome.DONE);
        assertThat(versions.publish(ana, orders.id(), 1, "again", NOON.plusSeconds(1))).isEqualTo(Versions.Outcome.DONE);
        revisions.save(ana, orders.id(), revision(0, "changed"));
        assertThat(versions.publish(ana, orders.id(), 1, "late", NOON)).isEqualTo(Versions.Outcome.NOT_NEWEST);
        assertThat(versions.publish(ana, orders.id(), 2, "second", NOON)).isEqualTo(Versions.Outcome.DONE);

        assertThat(versions.list(ana, orders.id())).containsExactly(new Version(2, 2, "second", NOON), new Version(1, 1, "first", NOON));
        assertThat(revisions.list(ana, orders.id())).extracting(Revision.Line::version).containsExactly(2, 1);
    }

    @Test void aVersionThatAnAliasLeadsToIsNotDeletedAndItsNumberIsNeverGivenAgain() {
        Machine orders = make(ana, "orders");
        versions.publish(ana, orders.id(), 1, "", NOON);
        aliases.create(ana, orders.id(), alias("live", new Route(1, 100)));

        assertThat(versions.delete(ana, orders.id(), 1, NOON)).isEqualTo(Versions.Outcome.IN_USE);
        aliases.delete(ana, orders.id(), "live");
        assertThat(versions.delete(ana, orders.id(), 1, NOON)).isEqualTo(Versions.Outcome.DONE);
        versions.publish(ana, orders.id(), 1, "", NOON);
        assertThat(versions.list(ana, orders.id())).extracting(Version::number).containsExactly(2);
    }

    @Test void anAliasLeadsToVersionsThatThereAre() {
        Machine orders = make(ana, "orders");
        versions.publish(ana, orders.id(), 1, "", NOON);
        revisions.save(ana, orders.id(), revision(0, "changed"));
        versions.publish(ana, orders.id(), 2, "", NOON);

        assertThat(aliases.create(ana, orders.id(), alias("live", new Route(3, 100)))).isEqualTo(Aliases.Outcome.NO_VERSION);
        assertThat(aliases.create(ana, orders.id(), alias("live", new Route(1, 100)))).isEqualTo(Aliases.Outcome.DONE);
        assertThat(aliases.create(ana, orders.id(), alias("live", new Route(2, 100)))).isEqualTo(Aliases.Outcome.NAME_TAKEN);
        assertThat(aliases.update(ana, orders.id(), alias("test", new Route(2, 100)))).isEqualTo(Aliases.Outcome.ABSENT);
        assertThat(aliases.update(ana, orders.id(), alias("live", new Route(2, 90), new Route(1, 10)))).isEqualTo(Aliases.Outcome.DONE);
        assertThat(aliases.list(ana, orders.id())).containsExactly(alias("live", new Route(2, 90), new Route(1, 10)));
    }

    @Test void anAliasHasOneOrTwoVersionsOfAHundredPercent() {
        assertThatThrownBy(() -> alias("live", new Route(1, 99))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alias("live", new Route(1, 50), new Route(1, 50))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alias("live", new Route(1, 50), new Route(2, 25), new Route(3, 25))).isInstanceOf(IllegalArgumentException.class);
        assertThat(alias("live", new Route(2, 90), new Route(1, 10)).version(89)).isEqualTo(2);
        assertThat(alias("live", new Route(2, 90), new Route(1, 10)).version(90)).isEqualTo(1);
    }

    @Test void anExecutionIsKeptAndChanged() {
        Machine orders = make(ana, "orders");
        var running = execution(orders, "one", NOON, "RUNNING");
        var ended = ended(running, NOON.plusSeconds(60));

        assertThat(executions.add(ana, running)).isEqualTo(Executions.Outcome.DONE);
        assertThat(executions.add(ana, running)).isEqualTo(Executions.Outcome.NAME_TAKEN);
        assertThat(executions.find(ana, orders.id(), "one")).contains(running);
        assertThat(executions.update(ana, ended, "something else")).isFalse();
        assertThat(executions.update(rui, ended, running.decisions())).isFalse();
        assertThat(executions.update(ana, ended, running.decisions())).isTrue();
        assertThat(executions.find(ana, orders.id(), "one")).contains(ended);
    }

    @Test void executionsAreFoundByTimeStatusAndText() {
        Machine orders = make(ana, "orders");
        for (int i = 0; i < 5; i++) executions.add(ana, execution(orders, "e" + i, NOON.plusSeconds(i / 2), i % 2 == 0 ? "FAILED" : "RUNNING"));
        var all = new Executions.Wanted(List.of(), "", NOON, NOON.plusSeconds(9), "");

        assertThat(executions.lines(ana, orders.id(), all, 9)).extracting(Executions.Line::name).containsExactly("e4", "e2", "e3", "e0", "e1");
        assertThat(executions.lines(ana, orders.id(), new Executions.Wanted(List.of(), "", NOON, NOON.plusSeconds(1), "e2"), 2))
                .extracting(Executions.Line::name).containsExactly("e3", "e0");
        assertThat(executions.lines(ana, orders.id(), new Executions.Wanted(List.of("FAILED"), "E2", NOON, NOON.plusSeconds(9), ""), 9))
                .extracting(Executions.Line::name).containsExactly("e2");
        assertThat(executions.count(ana, orders.id(), new Executions.Wanted(List.of(), "%", NOON, NOON.plusSeconds(9), ""))).isZero();
        assertThat(executions.lines(rui, orders.id(), all, 9)).isEmpty();
        assertThat(executions.running(ana, orders.id(), 9)).extracting(Execution::name).containsExactly("e1", "e3");
    }

    @Test void aConsolesClockNeverGoesBack() {
        Machine orders = make(ana, "orders");
        var monitors = new Monitors(database);
        assertThat(monitors.of(orders)).isEqualTo(new Monitoring(orders.id(), NOON, "{}", "{}"));

        monitors.move(orders, NOON.plusSeconds(60));
        monitors.move(orders, NOON.plusSeconds(30));
        monitors.saveAlarms(orders, "{\"a\": 1}");
        assertThat(monitors.of(orders)).isEqualTo(new Monitoring(orders.id(), NOON.plusSeconds(60), "{\"a\": 1}", "{}"));
    }

    @Test void executionsAreListedTheNewestFirstAndByStatus() {
        Machine orders = make(ana, "orders");
        executions.add(ana, execution(orders, "one", NOON, "FAILED"));
        executions.add(ana, execution(orders, "two", NOON.plusSeconds(1), "SUCCEEDED"));
        executions.add(ana, execution(orders, "three", NOON.plusSeconds(2), "FAILED"));

        assertThat(executions.list(ana, orders.id(), List.of(), 0, 2)).extracting(Execution::name).containsExactly("three", "two");
        assertThat(executions.list(ana, orders.id(), List.of("FAILED", "TIMED_OUT"), 1, 9)).extracting(Execution::name).containsExactly("one");
        assertThat(executions.counts(ana, orders.id())).isEqualTo(Map.of("FAILED", 2, "SUCCEEDED", 1));
        assertThat(executions.tallies(ana)).isEqualTo(Map.of(orders.id(), new Executions.Tally(3, NOON.plusSeconds(2), "three", "FAILED")));
        new Monitors(database).move(orders, NOON.plus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(executions.tallies(ana)).isEqualTo(Map.of(orders.id(), new Executions.Tally(1, NOON.plusSeconds(2), "three", "FAILED")));
        assertThat(executions.tallies(rui)).isEmpty();
    }

    @Test void theOldestExecutionsGo() {
        Machine orders = make(ana, "orders");
        for (int i = 0; i <= Executions.MOST; i++) executions.add(ana, execution(orders, "e" + i, NOON.plus(Duration.ofSeconds(i)), "SUCCEEDED"));

        assertThat(executions.counts(ana, orders.id())).isEqualTo(Map.of("SUCCEEDED", Executions.MOST));
        assertThat(executions.find(ana, orders.id(), "e0")).isEmpty();
    }

    private Machine make(String learner, String name) {
        Machine machine = machine(learner, name);
        assertThat(machines.create(machine, List.of(revision(1, "made")))).isEmpty();
        return machine;
    }

    private static Machine machine(String learner, String name) {
        return new Machine(UUID.randomUUID().toString(), learner, name, "STANDARD", 0, NOON, NOON);
    }

    private static Revision revision(int number, String note) {
        return new Revision(number, "{\"é\": 1}", "{}", "{}", "ALL", true, note, NOON);
    }

    private static Alias alias(String name, Route... routes) {
        return new Alias(name, "", List.of(routes), NOON);
    }

    private static Execution execution(Machine machine, String name, Instant at, String status) {
        return new Execution(machine.id(), name, 1, "live", "STANDARD", "{}", "", 7, "[]", "HAND", status, at, null, 0, 1, "", "", "Wait", 1, "{}", "{}");
    }

    private static Execution ended(Execution running, Instant at) {
        return new Execution(running.machine(), running.name(), 1, "live", "STANDARD", "{}", "", 7, "[1]", "HAND", "FAILED", running.startedAt(), at,
                60_000, 3, "Error", "cause", "Check", 0, "{\"a\": 1}", "{\"b\": 2}");
    }
}
