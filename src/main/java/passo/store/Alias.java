package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/// A name that leads to one version of a machine, or to two by weight. AWS, CreateStateMachineAlias.
public record Alias(String name, String description, List<Route> routes, Instant updatedAt) {

    private static final int ALL = 100;

    /// Of a hundred starts, so many are of this version.
    public record Route(int version, int weight) {}

    /// @throws IllegalArgumentException unless there are one or two different versions whose weights sum to 100
    public Alias {
        routes = List.copyOf(routes);
        boolean sums = routes.stream().mapToInt(Route::weight).sum() == ALL && routes.stream().allMatch(route -> route.weight >= 0);
        boolean distinct = routes.stream().map(Route::version).distinct().count() == routes.size();
        if (!sums || !distinct || routes.size() > 2) throw new IllegalArgumentException("Not the routes of an alias: " + routes);
    }

    public boolean uses(int version) {
        return routes.stream().anyMatch(route -> route.version == version);
    }

    /// The version that a start leads to.
    ///
    /// @param percent what chance gave, from 0 to below 100
    public int version(int percent) {
        return percent < routes.getFirst().weight ? routes.getFirst().version : routes.getLast().version;
    }

    static Alias from(ResultSet row, StatementContext context) throws SQLException {
        var first = new Route(row.getInt("version"), row.getInt("weight"));
        int other = row.getInt("other_version");
        return new Alias(row.getString("name"), row.getString("description"),
                other == 0 ? List.of(first) : List.of(first, new Route(other, ALL - first.weight)), row.getTimestamp("updated_at").toInstant());
    }
}
