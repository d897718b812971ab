package passo.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The clocks, alarms and schedules of the machines of all learners.
public final class Monitors {

    private final Database database;

    public Monitors(Database database) {
        this.database = database;
    }

    /// Where nothing was kept yet, the clock stands at the minute in which the machine was made.
    public Monitoring of(Machine machine) {
        return find(machine.id()).orElseGet(() -> new Monitoring(machine.id(), machine.createdAt().truncatedTo(ChronoUnit.MINUTES), "{}", "{}"));
    }

    private Optional<Monitoring> find(String machine) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from monitoring where machine = :machine")
                .bind("machine", machine)
                .map(Monitoring::from)
                .findOne());
    }

    /// Lets it be later. A clock never goes back, whoever moves it at the same time.
    public void move(Machine machine, Instant clock) {
        keep(machine);
        database.write("update monitoring set clock = :clock where machine = :machine and clock < :clock",
                statement -> statement.bind("machine", machine.id()).bind("clock", clock));
    }

    public void saveAlarms(Machine machine, String alarms) {
        keep(machine);
        database.write("update monitoring set alarms = :alarms where machine = :machine",
                statement -> statement.bind("machine", machine.id()).bind("alarms", alarms));
    }

    public void saveSchedules(Machine machine, String schedules) {
        keep(machine);
        database.write("update monitoring set schedules = :schedules where machine = :machine",
                statement -> statement.bind("machine", machine.id()).bind("schedules", schedules));
    }

    private void keep(Machine machine) {
        database.write("""
                merge into monitoring using (select cast(:machine as varchar) as machine) as kept on monitoring.machine = kept.machine
                when not matched then insert (machine, clock, alarms, schedules) values (:machine, :clock, :alarms, :schedules)""",
                statement -> statement.bindMethods(of(machine)));
    }
}
