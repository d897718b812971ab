package passo.web;

import static passo.web.Cast.Visitor.LEARNER;
import static passo.web.Cast.Visitor.OTHER_LEARNER;
import static passo.web.Cast.Visitor.OTHER_TEACHER;
import static passo.web.Cast.Visitor.OWNER;
import static passo.web.Cast.Visitor.STRANGER;
import static passo.web.Cast.Visitor.TEACHER;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.ExerciseFolder;
import passo.school.Classroom;
import passo.school.Fault;
import passo.school.Teacher;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.store.Classrooms;
import passo.store.Members;
import passo.store.Passes;
import passo.store.Teachers;

/// Everybody who may ask a server for something, and the things of one learner and one teacher, each of which bears a mark.
final class Cast {

    enum Visitor { STRANGER, LEARNER, OTHER_LEARNER, TEACHER, OTHER_TEACHER, OWNER }

    /// What is shown to nobody but whose it is, and whom they showed it.
    enum Mark {
        DRAFT(LEARNER), MACHINE(LEARNER), EXECUTION(LEARNER), NOTE(LEARNER), ATTEMPT(LEARNER, TEACHER), MEMBER(LEARNER, TEACHER);

        final List<Visitor> shown;

        Mark(Visitor... shown) {
            this.shown = List.of(shown);
        }

        /// It stands nowhere else.
        String text() {
            return "zq" + name().toLowerCase(Locale.ROOT) + "qz";
        }
    }

    private static final Instant NOW = Instant.now();
    private static final Exercise EXERCISE = ExerciseFolder.read(Path.of("exercises/ola-estado"), "primeiros-passos");
    private static final String HIDDEN_TEST = "outra-pessoa";
    /// So often one fails a hidden test before an example is shown.
    private static final int FAILURES = 3;

    private final RunningServer server;
    private final Map<Visitor, String> cookies = new EnumMap<>(Visitor.class);
    /// Of a piece of an address with parameters, the same with what there is; the more special before the more general.
    private final Map<String, String> places = new LinkedHashMap<>();

    Cast(RunningServer server) {
        this.server = server;
        cookies.put(STRANGER, "");
        cookies.put(LEARNER, newLearner(Mark.DRAFT.text()));
        cookies.put(OTHER_LEARNER, newLearner("A"));
        for (Visitor visitor : List.of(TEACHER, OTHER_TEACHER, OWNER)) cookies.put(visitor, newTeacher(visitor));
        machine();
        exercise();
        mock();
        school();
        content();
    }

    String cookie(Visitor visitor) {
        return cookies.get(visitor);
    }

    /// All that is kept of the learner.
    String kept() {
        return server.get("/en/me/export", "Cookie", cookie(LEARNER)).body().replaceFirst("\"exported\":\"[^\"]*\"", "");
    }

    /// The address of what there is; of something that is not, where none of that kind is there.
    String filled(String path) {
        String filled = path;
        for (var place : places.entrySet()) filled = filled.replace(place.getKey(), place.getValue());
        return filled.replaceAll("[{}]", "");
    }

    private String newLearner(String draft) {
        return cookie(server.postForm("/drafts/ola", form(Map.of("definition", "{\"StartAt\": \"%s\"}".formatted(draft), "input", "{}", "world", ""))));
    }

    private String newTeacher(Visitor visitor) {
        var teacher = new Teacher(visitor == OWNER ? Teacher.OWNER : UUID.randomUUID().toString(), visitor.name() + UUID.randomUUID());
        new Teachers(server.database()).add(teacher, NOW);
        return "teacher=" + new Passes(server.database()).issue(Passes.Kind.SESSION, teacher.id(), NOW);
    }

    private void machine() {
        String definition = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";
        String address = post("/en/console/machines", Map.of("from", "blank", "name", Mark.MACHINE.text(), "definition", definition, "input", "{}", "world", "", "type", "STANDARD"))
                .headers().firstValue("Location").orElseThrow().replaceAll("[?#].*", "");
        post(address + "/versions", Map.of("revision", "1", "description", ""));
        post(address + "/aliases", Map.of("name", "prod", "description", "", "version", "1", "weight", "100"));
        post(address + "/start", Map.of("by", "hand", "name", "first", "input", "{\"said\": \"" + Mark.EXECUTION.text() + "\"}"));
        places.put("executions/{name}", "executions/first");
        places.put("machines/{id}", address.substring(address.indexOf("machines/")));
        places.put("/compare", "/compare?from=1&to=1");
        places.put("revisions/{number}", "revisions/1");
        places.put("versions/{number}", "versions/1");
        places.put("{alias}", "prod");
    }

    /// Passed, and then failed so often that an example is due.
    private void exercise() {
        attempt(EXERCISE.reference());
        for (int i = 0; i < FAILURES; i++) attempt(EXERCISE.wrong().get("texto-fixo").answer());
        post("/en/exercises/" + EXERCISE.slug() + "/note", Map.of("note", Mark.NOTE.text()));
        places.put("exercises/{slug}/runs/{number}", "exercises/padrao-ou-expresso/runs/1");
        places.put("exercises/{slug}", "exercises/" + EXERCISE.slug());
        String attempt = new Attempts(server.database()).of(learner(), EXERCISE.slug()).getFirst().id();
        places.put("attempts/{id}", "attempts/" + attempt);
        places.put("{attempt}", attempt);
        places.put("{member}/{slug}", "{member}/" + EXERCISE.slug());
        places.put("solutions/{name}", "solutions/" + Exercise.REFERENCE);
        places.put("examples/{test}", "examples/" + HIDDEN_TEST);
        places.put("{test}", EXERCISE.tests().getFirst().id());
    }

    private void attempt(Json.Obj answer) {
        String marked = ((Json.Str) answer.get("definition")).value().replaceFirst("\"StartAt\"", "\"Comment\": \"" + Mark.ATTEMPT.text() + "\", \"StartAt\"")
                .replaceFirst("\"Comment\": \"Saúda quem chega\",", "");
        server.postJson("/api/v1/exercises/" + EXERCISE.slug() + "/attempts", Json.Obj.of("definition", Json.of(marked)).toString(),
                "Cookie", cookie(LEARNER), "Sec-Fetch-Site", "same-origin");
    }

    private void mock() {
        String address = post("/en/study/mocks", Map.of("exam", "")).headers().firstValue("Location").orElseThrow();
        places.put("mocks/{id}/{number}", address.replaceAll(".*/(mocks/[^/?#]+).*", "$1/1"));
        places.put("mocks/{id}", address.replaceAll(".*/(mocks/[^/?#]+).*", "$1"));
    }

    private void school() {
        var classroom = new Classroom(Classroom.newCode(), teacher(), "2B", ZoneId.of("America/Sao_Paulo"), NOW);
        new Classrooms(server.database()).open(classroom);
        new Members(server.database()).join(classroom.code(), learner(), Mark.MEMBER.text(), NOW);
        for (String name : List.of("zz one", "zz two")) {
            new Members(server.database()).join(classroom.code(), name, name, NOW);
            new Attempts(server.database()).save(new Attempt(UUID.randomUUID().toString(), name, EXERCISE.slug(), EXERCISE.hash(), EXERCISE.wrong().get("texto-fixo").answer().toString(), 0, "[]", NOW));
        }
        places.put("answers/{slug}/{key}", "answers/" + EXERCISE.slug() + "/" + new Fault("mistake 1").key());
        places.put("{member}", new Members(server.database()).of(classroom.code()).getFirst().id());
        places.put("{code}", classroom.code());
        places.put("teachers/{id}", "teachers/" + teacher());
        places.put("{pass}", new Passes(server.database()).issue(Passes.Kind.INVITATION, teacher(), NOW));
    }

    private String learner() {
        return cookie(LEARNER).replaceAll("^learner=|\\..*", "");
    }

    private String teacher() {
        return new Passes(server.database()).teacher(Passes.Kind.SESSION, cookie(TEACHER).substring("teacher=".length()), NOW).orElseThrow().id();
    }

    /// What is there for everybody.
    private void content() {
        String workflow = server.postJson("/api/v1/workflows", "{\"definition\": {\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}}",
                "Cookie", cookie(LEARNER), "Sec-Fetch-Site", "same-origin").body();
        String id = ((Json.Str) ((Json.Obj) JsonText.parse(workflow)).get("id")).value();
        places.put("workflows/{id}", "workflows/" + id);
        places.put("/w/{id}", "/w/" + id);
        places.put("/drafts/{name}", "/drafts/ola");
        places.put("/views/{name}", "/views/events");
        places.put("/examples/{slug}", "/examples/ola");
        places.put("/notes/{id}", "/notes/entrada-e-saida");
        places.put("{topic}/{example}", "choice/sem-default");
        places.put("{topic}", "choice");
        places.put("predictions/{slug}", "predictions/ordem-das-regras");
        places.put("questions/{id}", "questions/api-de-terceiro-com-chave");
        places.put("runs/{number}", "runs/1");
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return server.postForm(path, form(fields), "Cookie", cookie(LEARNER), "Sec-Fetch-Site", "same-origin");
    }

    private static String form(Map<String, String> fields) {
        return String.join("&", fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).toList());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }
}
