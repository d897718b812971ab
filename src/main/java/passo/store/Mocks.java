package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import passo.json.Json;
import passo.json.JsonText;
import passo.study.Answered;
import passo.study.Mock;

/// The mock exams that learners take and have taken.
public final class Mocks {

    private final Database database;

    public Mocks(Database database) {
        this.database = database;
    }

    /// When this returns, the exam is on the disk.
    public void begin(String learner, Mock mock) {
        database.write("""
                insert into mock (id, learner, exam, questions, answers, flagged, started_at, finished_at)
                values (:id, :learner, :exam, :questions, '{}', '[]', :startedAt, null)""",
                statement -> statement.bind("id", mock.id()).bind("learner", learner).bind("exam", mock.exam()).bind("questions", list(mock.questions()))
                        .bind("startedAt", Timestamp.from(mock.started())));
    }

    /// Changes an exam of a learner; what another request changes meanwhile is not lost. Nothing where the learner has no such exam.
    ///
    /// @return the exam as it is now; when this returns, it is on the disk
    public Optional<Mock> change(String learner, String id, UnaryOperator<Mock> change) {
        return database.together(handle -> {
            Optional<Mock> mock = find(handle, learner, id, " for update").map(change);
            mock.ifPresent(changed -> update(handle, changed));
            return mock;
        });
    }

    /// Hands an exam of a learner in; nothing where the learner has no such exam.
    ///
    /// @param answered what is kept in [Answers] of an exam that was handed in: once, however often this is asked
    /// @return the exam as it is now; when this returns, all is on the disk
    public Optional<Mock> finish(String learner, String id, Instant now, Function<Mock, List<Answered>> answered) {
        return database.together(handle -> {
            Optional<Mock> before = find(handle, learner, id, " for update");
            before.filter(mock -> mock.finished().isEmpty()).map(mock -> mock.finish(now)).ifPresent(mock -> {
                update(handle, mock);
                answered.apply(mock).forEach(one -> Answers.insert(handle, learner, one));
            });
            return before.map(mock -> mock.finish(now));
        });
    }

    public Optional<Mock> find(String learner, String id) {
        return database.jdbi().withHandle(handle -> find(handle, learner, id, ""));
    }

    /// The exams of a learner, the newest first.
    public List<Mock> of(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from mock where learner = :learner order by started_at desc, id")
                .bind("learner", learner)
                .map(Mocks::from)
                .list());
    }

    private static Optional<Mock> find(Handle handle, String learner, String id, String locked) {
        return handle.createQuery("select * from mock where learner = :learner and id = :id" + locked)
                .bind("learner", learner)
                .bind("id", id)
                .map(Mocks::from)
                .findOne();
    }

    private static void update(Handle handle, Mock mock) {
        handle.createUpdate("update mock set answers = :answers, flagged = :flagged, finished_at = :finishedAt where id = :id")
                .bind("id", mock.id())
                .bind("answers", answers(mock).toString())
                .bind("flagged", list(mock.flagged().stream().sorted().toList()))
                .bind("finishedAt", mock.finished().map(Timestamp::from).orElse(null))
                .execute();
    }

    private static Json answers(Mock mock) {
        return Json.Obj.of(mock.answers().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, answer -> texts(answer.getValue()))));
    }

    private static Json texts(List<String> texts) {
        return new Json.Arr(texts.stream().map(Json::of).toList());
    }

    private static String list(List<String> texts) {
        return texts(texts).toString();
    }

    private static Mock from(ResultSet row, StatementContext context) throws SQLException {
        var answers = new LinkedHashMap<String, List<String>>();
        ((Json.Obj) JsonText.parse(row.getString("answers"))).forEach((question, answer) -> answers.put(question, texts(answer)));
        return new Mock(row.getString("id"), row.getString("exam"), texts(JsonText.parse(row.getString("questions"))), answers,
                Set.copyOf(texts(JsonText.parse(row.getString("flagged")))), row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }

    private static List<String> texts(Json list) {
        return ((Json.Arr) list).items().stream().map(text -> ((Json.Str) text).value()).toList();
    }
}
