package passo.web.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import passo.json.Json;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Verdict;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Teacher;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.store.Classrooms;
import passo.store.Database;
import passo.store.Helps;
import passo.store.Members;

/// A class of made-up learners in various states, the same each time: some far, some at the same exercise with the same wrong answers, some standing
/// still, some who left an exercise, some who have not begun.
public final class MadeUpClass {

    private static final List<String> FIRST = List.of("Ana", "Beatriz", "Caio", "Daniela", "Eduardo", "Fernanda", "Gabriel", "Helena", "Ítalo", "João", "Karina", "Lucas", "Mariana", "Nelson", "Olívia",
            "Paulo", "Queila", "Rafael", "Sílvia", "Tiago");
    private static final List<String> LAST = List.of("Silva", "Souza", "Oliveira", "Ávila", "Conceição", "Araújo");
    private static final Curriculum CURRICULUM = Curriculum.source(false).get();

    private final Database database;
    private final Instant now = Instant.now();
    private final Random chance = new Random(7);

    private MadeUpClass(Database database) {
        this.database = database;
    }

    /// @param planned the slugs of the plan
    /// @return the code of the class
    public static String of(Database database, Teacher teacher, String name, int learners, List<String> planned) {
        var classroom = new Classroom(Classroom.newCode(), teacher.id(), name, ZoneId.of("America/Sao_Paulo"), Instant.now());
        new Classrooms(database).open(classroom);
        new Classrooms(database).plan(classroom.code(), planned.stream().map(slug -> new Assignment(slug, Optional.empty())).toList());
        new MadeUpClass(database).fill(classroom.code(), learners, planned.stream().map(slug -> CURRICULUM.find(slug).orElseThrow()).toList());
        return classroom.code();
    }

    /// Exercises whose answers are machines, spread over the curriculum.
    public static List<String> plan(int size) {
        List<String> all = CURRICULUM.all().filter(exercise -> exercise.twin().isEmpty() && exercise.kind().isMachine()).map(Exercise::slug).toList();
        return Stream.iterate(0, i -> i + 1).limit(Math.min(size, all.size())).map(i -> all.get(i * all.size() / Math.min(size, all.size()))).toList();
    }

    private void fill(String code, int learners, List<Exercise> plan) {
        for (int i = 0; i < learners; i++) {
            String learner = UUID.randomUUID().toString();
            new Members(database).join(code, learner, FIRST.get(i % FIRST.size()) + " " + LAST.get((i / FIRST.size() + i % 3) % LAST.size()), now.minus(Duration.ofHours(2)).plusSeconds(i));
            int passed = i % 9 == 8 ? 0 : Math.clamp(Math.round(plan.size() * (0.35 + 0.2 * chance.nextGaussian())), 0, plan.size() - 1);
            for (int k = 0; k < passed; k++) {
                if (chance.nextInt(8) == 0) fail(learner, plan.get(k), 1 + chance.nextInt(4), 100 - k);
                if (chance.nextInt(12) > 0) attempt(learner, plan.get(k), plan.get(k).reference(), Verdict.PASSING + chance.nextInt(2), 90 - k);
            }
            if (i % 11 != 10) fail(learner, plan.get(passed), 1 + chance.nextInt(5), i % 5 == 4 ? 6 + chance.nextInt(12) : chance.nextInt(4));
            for (int rung = 1; rung <= chance.nextInt(4); rung++) new Helps(database).take(learner, plan.get(passed).slug(), rung, now.minus(Duration.ofMinutes(20)));
        }
    }

    /// The same wrong answer as most, more often than not.
    private void fail(String learner, Exercise exercise, int tries, int minutes) {
        var wrong = new ArrayList<Json.Obj>();
        exercise.wrong().values().forEach(one -> wrong.add(one.answer()));
        if (wrong.isEmpty()) wrong.add(exercise.untouched());
        for (int i = 0; i < tries; i++) attempt(learner, exercise, wrong.get(chance.nextInt(3) > 0 ? 0 : chance.nextInt(wrong.size())), 0, minutes + tries - 1 - i);
    }

    private void attempt(String learner, Exercise exercise, Json.Obj answer, int stars, int minutes) {
        new Attempts(database).save(new Attempt(UUID.randomUUID().toString(), learner, exercise.slug(), exercise.hash(), answer.toString(), stars, "[]",
                now.minus(Duration.ofMinutes(minutes)).minusSeconds(chance.nextInt(40))));
    }
}
