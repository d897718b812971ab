package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.progress.Plan;

/// What learners have chosen: their path, their goal, what they know already.
public final class Plans {

    private final Database database;

    public Plans(Database database) {
        this.database = database;
    }

    /// When this returns, the plan is on the disk.
    public void save(String learner, Plan plan) {
        database.write("""
                merge into plan using (select cast(:learner as varchar) as learner) as chosen on plan.learner = chosen.learner
                when matched then update set path = :path, goal = :goal, skipped = :skipped
                when not matched then insert (learner, path, goal, skipped) values (:learner, :path, :goal, :skipped)""",
                statement -> statement.bind("learner", learner).bind("path", plan.path()).bind("goal", plan.goal())
                        .bind("skipped", new Json.Arr(plan.skipped().stream().<Json>map(Json::of).toList()).toString()));
    }

    public Plan of(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from plan where learner = :learner")
                .bind("learner", learner)
                .map(Plans::from)
                .findOne()).orElse(Plan.NONE);
    }

    private static Plan from(ResultSet row, StatementContext context) throws SQLException {
        List<Json> skipped = ((Json.Arr) JsonText.parse(row.getString("skipped"))).items();
        return new Plan(row.getString("path"), row.getInt("goal"), skipped.stream().map(track -> ((Json.Str) track).value()).toList());
    }
}
