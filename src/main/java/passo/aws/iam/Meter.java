package passo.aws.iam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps what the roles of one run were asked for. Confined to the run's thread.
final class Meter {

    /// A role that was asked for more different things than these is not shown with all of them.
    private static final int MOST = 500;
    private static final int MOST_STEPS = 20;

    private record Key(String action, String resource, boolean allowed) {}

    private static final class Count {
        private final Need need;
        private final Verdict verdict;
        private final List<Integer> steps = new ArrayList<>();
        private long times;

        private Count(Need need, Verdict verdict) {
            this.need = need;
            this.verdict = verdict;
        }

        private void add(int step) {
            times++;
            if (steps.size() < MOST_STEPS && (steps.isEmpty() || steps.getLast() != step)) steps.add(step);
        }
    }

    private static final class OfRole {
        private Role role;
        private final Map<Key, Count> counts = new LinkedHashMap<>();
        private long omitted;

        private OfRole(Role role) {
            this.role = role;
        }
    }

    private final Map<String, OfRole> roles = new LinkedHashMap<>();

    void asked(Role role, Need need, Verdict verdict, int step) {
        OfRole own = roles.computeIfAbsent(role.name(), _ -> new OfRole(role));
        own.role = role;
        var key = new Key(need.access().action(), need.access().resource(), verdict.allows());
        Count known = own.counts.get(key);
        if (known == null && own.counts.size() >= MOST) {
            own.omitted++;
            return;
        }
        Count count = known != null ? known : new Count(need, verdict);
        if (known == null) own.counts.put(key, count);
        count.add(step);
    }

    List<PermissionsUsed> read() {
        return roles.values().stream().map(own -> new PermissionsUsed(own.role, own.counts.values().stream()
                .map(count -> new PermissionsUsed.Use(count.need.access(), count.need.moment(), count.verdict, count.steps, count.times)).toList(),
                own.omitted)).toList();
    }
}
