package passo.web.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.UnaryOperator;
import passo.engine.Trace;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Machines;
import passo.lab.exercise.TestCase;
import passo.lab.exercise.Words;
import passo.lab.exercise.WrittenTests;
import passo.lab.grading.CounterExample;
import passo.lab.grading.Examined;
import passo.lab.grading.Finding;
import passo.lab.grading.TestResult;
import passo.lab.grading.Verdict;
import passo.web.Language;
import passo.web.Messages;
import passo.web.exercise.Exercises;

/// `/api/v1/exercises`: the exercises, and the judgement of an attempt. What is hidden in an exercise stays hidden here.
public final class ExercisesHandler {

    private static final List<String> MEMBERS = List.of("definition", "roles", "alarms", "logging", "answers", "tests");

    private final Exercises exercises;

    public ExercisesHandler(Exercises exercises) {
        this.exercises = exercises;
    }

    public void list(Context ctx) {
        Answer.send(ctx, 200, list(exercises.curriculum().get().all().map(exercise -> summary(exercise).build()).toList()));
    }

    public void one(Context ctx) {
        Exercise exercise = exercises.find(ctx);
        var json = summary(exercise).put("statement", texts(language -> exercise.in(language).text()));
        exercise.starter().ifPresent(starter -> json.put("starter", starter));
        Answer.send(ctx, 200, json.putAll(exercise.asked()).put("world", exercise.world())
                .put("tests", list(exercise.tests().stream().filter(test -> !test.hidden()).map(ExercisesHandler::visible).toList()))
                .put("questions", list(exercise.questions().stream().map(ExercisesHandler::question).toList()))
                .put("machines", list(exercise.machines().suspects().stream().map(ExercisesHandler::suspect).toList())).build());
    }

    /// An attempt of a learner that the server knows is kept; a program's is only judged.
    public void attempt(Context ctx) {
        Exercise exercise = exercises.find(ctx);
        var body = Body.of(ctx, MEMBERS);
        Exercise.PARTS.forEach(body::object);
        body.object("answers");
        body.text("tests", "");
        Verdict verdict = exercises.grade(ctx, exercise, body.json());
        Json.Obj.Builder json = json(exercise, verdict);
        exercises.learners().known(ctx).ifPresent(learner -> {
            exercises.keep(learner, exercise, body.json(), verdict);
            exercises.counterExample(ctx, learner, exercise, verdict).ifPresent(example -> json.put("counterExample", example(example)));
        });
        Answer.send(ctx, 200, json.build());
    }

    private static Json.Obj.Builder summary(Exercise exercise) {
        return Json.Obj.builder().put("slug", exercise.slug()).put("title", texts(language -> exercise.in(language).title())).put("track", exercise.track())
                .put("kind", exercise.kind().tag()).put("level", exercise.level()).put("minutes", exercise.minutes())
                .put("checklist", list(exercise.checklist().stream().<Json>map(Json::of).toList()));
    }

    private static Json visible(TestCase test) {
        return Json.Obj.builder().put("id", test.id()).put("name", words(test.name())).put("class", test.kind().tag())
                .put("runs", list(test.runs().stream().<Json>map(TestCase.Sample::input).toList())).put("expect", test.expected()).build();
    }

    private static Json question(Exercise.Question question) {
        return Json.Obj.builder().put("id", question.id()).put("text", words(question.text()))
                .put("options", list(question.options().stream().<Json>map(option ->
                        Json.Obj.of("id", Json.of(option.id()), "text", words(option.text()))).toList())).build();
    }

    private static Json suspect(Machines.Suspect suspect) {
        return suspect.shown() ? Json.Obj.of("definition", Json.of(suspect.definition())) : Json.Obj.EMPTY;
    }

    private static Json.Obj.Builder json(Exercise exercise, Verdict verdict) {
        return Json.Obj.builder().put("passed", verdict.passed()).put("stars", verdict.stars())
                .put("diagnostics", Diagnostics.of(verdict.diagnostics()))
                .put("tests", list(verdict.tests().stream().map(ExercisesHandler::result).toList()))
                .put("structure", list(verdict.broken().stream().<Json>map(rule -> words(rule.message())).toList()))
                .put("mistakes", list(verdict.mistakes().stream().<Json>map(rule -> words(rule.message())).toList()))
                .put("answers", list(verdict.answers().stream().<Json>map(answered -> {
                    var json = Json.Obj.builder().put("id", answered.question().id()).put("right", answered.right());
                    answered.says().ifPresent(says -> json.put("says", words(says)));
                    return json.build();
                }).toList()))
                .put("faults", list(verdict.examination().tests().faults().stream().map(ExercisesHandler::fault).toList()))
                .put("machines", list(verdict.examination().machines().stream().map(ExercisesHandler::examined).toList()));
    }

    private static Json fault(WrittenTests.Fault fault) {
        var reason = Json.Obj.builder();
        for (var language : Language.values()) reason.put(language.tag(), Messages.in(language).get(fault.key(), fault.arguments().toArray()));
        return Json.Obj.builder().put("line", fault.line()).put("reason", reason.build()).build();
    }

    /// Of a wrong machine that nothing tells apart, what kind of test would may be told, and nothing that shows what is wrong with it.
    private static Json examined(Examined machine) {
        var json = Json.Obj.builder().put("right", machine.suspect().right()).put("told", machine.told());
        machine.failed().ifPresent(test -> json.put("failed", test.test().id()));
        if (machine.told()) json.put("about", words(machine.suspect().about()));
        else if (!machine.suspect().right()) json.put("class", machine.suspect().kind().tag());
        return json.build();
    }

    /// Of a hidden test its kind may be told, and nothing that shows what it was given.
    private static Json result(TestResult result) {
        TestCase test = result.test();
        var json = Json.Obj.builder().put("name", words(test.name())).put("class", test.kind().tag()).put("visible", !test.hidden())
                .put("passed", result.passed());
        if (!test.hidden()) {
            json.put("diff", list(result.findings().stream().map(ExercisesHandler::finding).toList()));
            result.lostAt().ifPresent(step -> json.put("lostAt", step));
        }
        return json.build();
    }

    private static Json example(CounterExample example) {
        var json = Json.Obj.builder().put("name", words(example.test().name())).put("class", example.test().kind().tag())
                .put("runs", list(example.test().runs().stream().<Json>map(TestCase.Sample::input).toList())).put("world", example.test().world());
        example.reference().ifPresent(told -> json.put("expected", ending(told.trace())));
        example.machine().told().ifPresent(told -> json.put("got", ending(told.trace())));
        return json.put("diff", list(example.machine().findings().stream().map(ExercisesHandler::finding).toList())).build();
    }

    private static Json ending(Trace trace) {
        var json = Json.Obj.builder().put("status", trace.status().name());
        trace.output().ifPresent(output -> json.put("output", output));
        trace.failure().ifPresent(failure -> json.put("error", failure.told()).put("cause", failure.cause()));
        return json.build();
    }

    private static Json finding(Finding finding) {
        var json = Json.Obj.builder().put("kind", finding.kind().name()).put("expected", finding.expected()).put("got", finding.got())
                .put("step", finding.step());
        if (!finding.mismatches().isEmpty()) json.put("places", list(finding.mismatches().stream().<Json>map(mismatch -> {
            var place = Json.Obj.builder().put("kind", mismatch.kind().name()).put("at", mismatch.at().toString());
            mismatch.expected().ifPresent(expected -> place.put("expected", expected));
            mismatch.got().ifPresent(got -> place.put("got", got));
            mismatch.elsewhere().ifPresent(elsewhere -> place.put("elsewhere", elsewhere.toString()));
            return place.build();
        }).toList()));
        return json.build();
    }

    private static Json.Obj words(Words words) {
        return texts(words::in);
    }

    private static Json.Obj texts(UnaryOperator<String> text) {
        var json = Json.Obj.builder();
        Words.LANGUAGES.forEach(language -> json.put(language, text.apply(language)));
        return json.build();
    }

    private static Json.Arr list(List<? extends Json> items) {
        return new Json.Arr(items);
    }
}
