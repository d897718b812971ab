package passo.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a list does to a class: whom it adds, and whom of those that are there it names. Nobody is taken out by it. Immutable.
///
/// @param entries one for each person of the list, in its order
/// @param doubts whom of them the class may already know
/// @param unnamed how many are on the list of the class and not on this one
public record Enlistment(List<Entry> entries, List<Roster.Doubt> doubts, int unnamed) {

    public enum Kind {
        /// Comes to the list.
        NEW,
        /// Has joined without being on the list, and comes onto it.
        JOINED,
        /// Is on the list, and is written otherwise from now on.
        CHANGED,
        /// Is on the list as it is.
        SAME
    }

    /// @param before who they are in the class; empty of one who is new
    public record Entry(Kind kind, Roster.Person person, Optional<Member> before) {

        /// What they are from now on. What the list does not say stays.
        public Roster.Person after() {
            return before.map(member -> new Roster.Person(person.line(), person.name(), otherwise(person.number(), member.number()), otherwise(person.email(), member.email()))).orElse(person);
        }

        private static String otherwise(String said, String known) {
            return said.isEmpty() ? known : said;
        }
    }

    /// By number, else by e-mail, else by name.
    public static Enlistment of(Roster roster, List<Member> members) {
        Set<Member> left = new LinkedHashSet<>(members);
        Map<Roster.Person, Member> known = new HashMap<>();
        for (Roster.Person person : roster.people()) one(sure(person, left)).filter(left::remove).ifPresent(member -> known.put(person, member));
        List<Entry> entries = new ArrayList<>();
        List<Roster.Doubt> doubts = new ArrayList<>();
        for (Roster.Person person : roster.people()) {
            List<Member> namesakes = known.containsKey(person) ? List.of(known.get(person)) : named(person, left);
            Optional<Member> before = one(namesakes);
            before.ifPresent(left::remove);
            boolean unclear = before.isEmpty() && !namesakes.isEmpty();
            boolean onList = namesakes.stream().anyMatch(Member::listed);
            if (unclear) doubts.add(new Roster.Doubt(person.line(), onList ? Roster.Doubt.Kind.SEVERAL : Roster.Doubt.Kind.SEVERAL_JOINED, person.name(), 0));
            if (!unclear || !onList) entries.add(new Entry(kind(person, before), person, before));
        }
        return new Enlistment(List.copyOf(entries), List.copyOf(doubts), (int) left.stream().filter(Member::listed).count());
    }

    /// The only one, or the only one on the list.
    private static Optional<Member> one(List<Member> found) {
        List<Member> listed = found.stream().filter(Member::listed).toList();
        List<Member> best = listed.isEmpty() ? found : listed;
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static List<Member> sure(Roster.Person person, Set<Member> members) {
        List<Member> byNumber = all(members, member -> same(member.number(), person.number()));
        return byNumber.isEmpty() ? all(members, member -> same(member.email(), person.email()) && !differ(member.number(), person.number())) : byNumber;
    }

    private static List<Member> named(Roster.Person person, Set<Member> members) {
        return all(members, member -> same(member.name(), person.name()) && !differ(member.number(), person.number()) && !differ(member.email(), person.email()));
    }

    private static List<Member> all(Set<Member> members, Predicate<Member> condition) {
        return members.stream().filter(condition).toList();
    }

    private static boolean same(String one, String other) {
        return !Names.key(one).isEmpty() && Names.key(one).equals(Names.key(other));
    }

    /// Are both said, and not the same?
    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !same(one, other);
    }

    private static Kind kind(Roster.Person person, Optional<Member> before) {
        if (before.isEmpty()) return Kind.NEW;
        Member member = before.get();
        if (!member.listed()) return Kind.JOINED;
        Roster.Person after = new Entry(Kind.SAME, person, before).after();
        return after.name().equals(member.name()) && after.number().equals(member.number()) && after.email().equals(member.email()) ? Kind.SAME : Kind.CHANGED;
    }

    public long count(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).count();
    }
}
