package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import passo.school.Enlistment;
import passo.school.Classroom;
import passo.school.Member;
import passo.school.Names;
import passo.school.Roster;

/// Who is in which class.
public final class Members {

    private final Database database;

    public Members(Database database) {
        this.database = database;
    }

    /// Lets a learner into a class. Whom the teacher's list names and nobody is yet, by name, number or e-mail, they become; who is in it
    /// already stays who they are, and may write the name otherwise if it stands on no list. When this returns, it is on the disk.
    ///
    /// @param name one line, not empty
    public Member join(String classroom, String learner, String name, Instant at) {
        return database.together(handle -> {
            Optional<Member> there = find(handle, classroom, learner);
            if (there.isPresent()) return there.get().listed() ? there.get() : rename(handle, there.get(), name);
            Optional<Member> listed = awaited(handle, classroom, name).filter(member -> take(handle, member, learner, at));
            if (listed.isEmpty()) {
                insert(handle, new Member(UUID.randomUUID().toString(), classroom, Optional.of(learner), name, "", "", false, Optional.of(at)));
            }
            return find(handle, classroom, learner).orElseThrow();
        });
    }

    /// May anybody else come in?
    public boolean isFull(String classroom) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select count(*) from member where classroom = :classroom").bind("classroom", classroom)
                .mapTo(Integer.class).one()) >= Classroom.MOST;
    }

    /// All members of a class, by their names as people look for them: accents and capital letters do not count.
    public List<Member> of(String classroom) {
        return database.jdbi().withHandle(handle -> of(handle, classroom));
    }

    public Optional<Member> find(String classroom, String id) {
        return database.jdbi().withHandle(handle -> find(handle, "id", classroom, id));
    }

    /// As whom a learner is in classes, the latest first.
    public List<Member> ofLearner(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from member where learner = :learner order by joined_at desc, id")
                .bind("learner", learner).map(Members::from).list());
    }

    /// Takes a learner out of a class. Whom the list names stays on it.
    public void leave(String classroom, String learner) {
        database.together(handle -> {
            find(handle, classroom, learner).ifPresent(member -> leave(handle, member));
            return true;
        });
    }

    /// Writes somebody's name, number and e-mail otherwise.
    public void change(String classroom, String id, String name, String number, String email) {
        database.write("update member set name = :name, number = :number, email = :email where classroom = :classroom and id = :id",
                statement -> statement.bind("classroom", classroom).bind("id", id).bind("name", name).bind("number", number).bind("email", email));
    }

    /// Parts a place on the list from the learner who took it. Who stands on no list is out of the class.
    public void unlink(String classroom, String id) {
        database.together(handle -> {
            find(handle, "id", classroom, id).ifPresent(member -> leave(handle, member));
            return true;
        });
    }

    /// Makes two places one, if they can be one person's.
    ///
    /// @return are they one now?
    public boolean merge(String classroom, String id, String other) {
        return database.together(handle -> {
            Optional<Member> together = find(handle, "id", classroom, id).flatMap(one -> find(handle, "id", classroom, other).flatMap(one::with));
            together.ifPresent(member -> {
                handle.createUpdate("delete from member where classroom = :classroom and id in (:id, :other)").bind("classroom", classroom).bind("id", id).bind("other", other).execute();
                insert(handle, member);
            });
            return together.isPresent();
        });
    }

    /// Puts a list into a class, all of it or nothing.
    public Enlistment enlist(String classroom, Roster roster) {
        return database.together(handle -> {
            Enlistment enlistment = Enlistment.of(roster, of(handle, classroom));
            enlistment.entries().forEach(entry -> enlist(handle, classroom, entry));
            return enlistment;
        });
    }

    private static void enlist(Handle handle, String classroom, Enlistment.Entry entry) {
        Roster.Person person = entry.after();
        if (entry.before().isEmpty()) {
            insert(handle, new Member(UUID.randomUUID().toString(), classroom, Optional.empty(), person.name(), person.number(), person.email(), true, Optional.empty()));
        } else if (entry.kind() != Enlistment.Kind.SAME) {
            handle.createUpdate("update member set name = :name, number = :number, email = :email, listed = true where id = :id").bind("id", entry.before().get().id())
                    .bind("name", person.name()).bind("number", person.number()).bind("email", person.email()).execute();
        }
    }

    private static void insert(Handle handle, Member member) {
        handle.createUpdate("""
                insert into member (id, classroom, learner, name, number, email, listed, joined_at)
                values (:id, :classroom, :learner, :name, :number, :email, :listed, :at)""")
                .bind("id", member.id()).bind("classroom", member.classroom()).bind("learner", member.learner().orElse(null)).bind("name", member.name())
                .bind("number", member.number()).bind("email", member.email()).bind("listed", member.listed()).bind("at", member.joinedAt().map(Timestamp::from).orElse(null))
                .execute();
    }

    /// Takes somebody off the class and its list.
    public void remove(String classroom, String id) {
        database.write("delete from member where classroom = :classroom and id = :id", statement -> statement.bind("classroom", classroom).bind("id", id));
    }

    /// Makes one learner's places in classes another's. Where both are in a class, the place on its list is kept.
    static void move(Handle handle, String from, String to) {
        for (Member member : handle.createQuery("select * from member where learner = :from").bind("from", from).map(Members::from).list()) {
            Optional<Member> other = find(handle, member.classroom(), to);
            boolean kept = other.isEmpty() || member.listed() && !other.get().listed();
            leave(handle, kept ? other : Optional.of(member));
            if (kept) handle.createUpdate("update member set learner = :to where id = :id").bind("to", to).bind("id", member.id()).execute();
        }
    }

    /// Takes a learner out of all classes.
    static void leaveAll(Handle handle, String learner) {
        handle.createQuery("select * from member where learner = :learner").bind("learner", learner).map(Members::from).list().forEach(member -> leave(handle, member));
    }

    private static void leave(Handle handle, Optional<Member> member) {
        member.ifPresent(one -> leave(handle, one));
    }

    private static void leave(Handle handle, Member member) {
        String sql = member.listed() ? "update member set learner = null, joined_at = null where id = :id" : "delete from member where id = :id";
        handle.createUpdate(sql).bind("id", member.id()).execute();
    }

    private static Member rename(Handle handle, Member member, String name) {
        handle.createUpdate("update member set name = :name where id = :id").bind("id", member.id()).bind("name", name).execute();
        return new Member(member.id(), member.classroom(), member.learner(), name, member.number(), member.email(), member.listed(), member.joinedAt());
    }

    /// Whom the list names so, and nobody has joined as.
    private static Optional<Member> awaited(Handle handle, String classroom, String name) {
        String key = Names.key(name);
        if (key.isEmpty()) return Optional.empty();
        return of(handle, classroom).stream().filter(member -> !member.hasJoined())
                .filter(member -> key.equals(Names.key(member.name())) || key.equals(Names.key(member.number())) || key.equals(Names.key(member.email()))).findFirst();
    }

    /// Only if nobody else did so meanwhile.
    private static boolean take(Handle handle, Member member, String learner, Instant at) {
        return handle.createUpdate("update member set learner = :learner, joined_at = :at where id = :id and learner is null")
                .bind("learner", learner).bind("at", Timestamp.from(at)).bind("id", member.id()).execute() == 1;
    }

    static List<Member> of(Handle handle, String classroom) {
        return handle.createQuery("select * from member where classroom = :classroom").bind("classroom", classroom).map(Members::from).stream()
                .sorted(Comparator.comparing((Member member) -> Names.key(member.name())).thenComparing(Member::id)).toList();
    }

    private static Optional<Member> find(Handle handle, String classroom, String learner) {
        return find(handle, "learner", classroom, learner);
    }

    private static Optional<Member> find(Handle handle, String column, String classroom, String value) {
        return handle.createQuery("select * from member where classroom = :classroom and " + column + " = :value")
                .bind("classroom", classroom).bind("value", value).map(Members::from).findOne();
    }

    private static Member from(ResultSet row, StatementContext context) throws SQLException {
        return new Member(row.getString("id"), row.getString("classroom"), Optional.ofNullable(row.getString("learner")), row.getString("name"),
                row.getString("number"), row.getString("email"), row.getBoolean("listed"), Optional.ofNullable(row.getTimestamp("joined_at")).map(Timestamp::toInstant));
    }
}
