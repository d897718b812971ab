package passo.web.deliverable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passo.export.Report;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.Verdict;

/// The reports that were asked for last: the same answer to the same tests has the same. May be shared between threads.
public final class Reports {

    private static final int MOST = 1_000;

    private record Key(String hash, List<Json.Obj> expected, Json.Obj answer) {}

    private final Map<Key, Report> reports = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Report> eldest) {
            return size() > MOST;
        }
    });

    Report of(Exercise exercise, Json.Obj answer, Supplier<Verdict> judge) {
        var key = new Key(exercise.hash(), exercise.tests().stream().map(TestCase::expected).toList(), answer);
        Report known = reports.get(key);
        if (known != null) return known;
        Report made = Report.of(exercise, judge.get());
        reports.put(key, made);
        return made;
    }
}
