package passo.aws;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.asl.catalogue.Integration;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.catalogue.ServiceErrors;
import passo.asl.model.ApiShape;
import passo.asl.model.RequestModel;
import passo.asl.model.ServiceModels;
import passo.aws.jobs.Jobs;
import passo.aws.service.Actions;
import passo.aws.service.Ledger;
import passo.engine.StartExecution;
import passo.json.Json;

/// The table of services in the README is made of the services themselves: `mvn test -Dtest=ServicesTest -Dreadme=write` writes it anew.
class ServicesTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- services: made by ServicesTest -->\n";
    private static final String END = "<!-- services end -->";
    private static final int MOST_NAMES = 6;
    private static final Jobs JOBS = new Jobs(Json.Obj.EMPTY, "111122223333", new Ledger(0), (_, answer) -> answer);
    /// How integrations call a service otherwise than its SDK does.
    private static final Map<String, List<String>> ALSO = Map.of("sfn", List.of("states"), "eventbridge", List.of("events"), "emr",
            List.of("elasticmapreduce"), "emrcontainers", List.of("emr-containers"), "emrserverless", List.of("emr-serverless"), "http", List.of("apigateway"));

    @Test void theReadmeTellsWhatTheServicesDo() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        String now = readme.substring(0, from) + table() + readme.substring(readme.indexOf(END));

        if (System.getProperty("readme", "").equals("write")) Files.writeString(README, now);
        assertThat(Files.readString(README)).isEqualTo(now);
    }

    @Test void everyServiceIsToldOfInFull() throws IOException {
        assertThat(table().lines().filter(line -> line.startsWith("| `"))).hasSizeGreaterThan(100).noneMatch(line -> line.contains("|  |"));
    }

    @Test void everyActionAnswersOrFailsAsItsServiceDoes() {
        cloud().services().forEach((service, actions) -> actions.keySet().forEach(action -> {
            Resource.Service resource = resource(service, action);
            Json request = RequestModel.of(resource).map(ServicesTest::least).orElse(Json.Obj.EMPTY);
            String state = "{StartAt: A, States: {A: {Type: Task, Resource: '%s', Parameters: %s, End: true}}}".formatted(resource.arn(), request);
            // What lacks more than the model says is refused before it is asked.
            if (!Definition.of(Trial.json(state), Definition.Type.STANDARD).isValid()) return;
            var trace = Trial.call(resource.arn(), request.toString(), "{}").trace();

            String prefix = SdkCatalogue.find(service).map(found -> found.exceptions()).orElse("States");
            trace.failure().ifPresent(failure -> assertThat(failure.error()).as(resource.arn() + " " + failure.cause()).startsWith(prefix + "."));
        }));
    }

    private static Cloud cloud() {
        var machine = Definition.parse("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}", Definition.Type.STANDARD).machine().orElseThrow();
        return new Cloud(World.AUTOMATIC, List.of(), new StartExecution(machine, Definition.Type.STANDARD, "machine", "run", "111122223333",
                Json.Obj.EMPTY, Trial.START, 1));
    }

    private static String table() throws IOException {
        Map<String, String> tests = tests();
        var table = new StringBuilder();
        cloud().services().forEach((service, actions) -> {
            table.append("<details><summary><b>").append(service).append("</b>: ").append(String.join(", ", actions.keySet())).append("</summary>\n\n")
                    .append("| action | a request needs | answer | errors | effect | IAM | test |\n|---|---|---|---|---|---|---|\n");
            actions.forEach((action, told) -> table.append(row(service, action, told, tests)));
            table.append("\n</details>\n");
        });
        return table.toString();
    }

    private static String row(String service, String action, Actions.Action told, Map<String, String> tests) {
        Resource.Service resource = resource(service, action);
        return Stream.of("`" + action + "`", request(resource), answer(resource), errors(resource, told), told.effect().name().toLowerCase(Locale.ROOT),
                permission(service, action), test(service, action, tests)).collect(joining(" | ", "| ", " |\n"));
    }

    /// Of the SDK, where that has such an action.
    private static Resource.Service resource(String service, String action) {
        boolean sdk = SdkCatalogue.knows(service, action);
        String name = sdk ? service : ALSO.getOrDefault(service, List.of(service)).getFirst();
        return new Resource.Service((sdk ? Integration.SDK : Integration.PREFIX) + name + ":" + action, sdk, name, action, Resource.Pattern.REQUEST_RESPONSE);
    }

    private static String request(Resource.Service resource) {
        return RequestModel.of(resource).map(model -> names(model.shape().members().keySet().stream().filter(model.shape().required()::contains).toList(), "nothing"))
                .orElse(resource.sdk() ? "nothing" : "not in AWS's models");
    }

    private static String answer(Resource.Service resource) {
        return ServiceModels.of(resource).flatMap(model -> model.result(resource.action()))
                .map(shape -> shape instanceof ApiShape.Structure(var members, _) ? names(List.copyOf(members.keySet()), "nothing") : "any value")
                .orElse(resource.sdk() ? "nothing" : "as the integration's page says");
    }

    private static String errors(Resource.Service resource, Actions.Action told) {
        List<String> modelled = ServiceErrors.of(resource).stream().map(error -> error.substring(error.indexOf('.') + 1)).toList();
        return told.errors().isEmpty() ? modelled.isEmpty() ? "as the world says" : "as the world says: " + names(modelled, "") : names(told.errors(), "");
    }

    private static String names(List<String> names, String none) {
        if (names.isEmpty()) return none;
        return names.stream().limit(MOST_NAMES).map(name -> "`" + name + "`").collect(joining(", ")) + (names.size() > MOST_NAMES ? ", …" : "");
    }

    private static String permission(String service, String action) {
        return SdkCatalogue.find(service).map(found -> "`" + found.permission(action) + "`").orElse("`states:InvokeHTTPEndpoint`, `execute-api:Invoke`");
    }

    /// The test that calls it by its name; otherwise the one that looks at every kind of job, or calls every action.
    private static String test(String service, String action, Map<String, String> tests) {
        var names = new ArrayList<>(List.of(service));
        names.addAll(ALSO.getOrDefault(service, List.of()));
        Pattern call = Pattern.compile("\\b(" + String.join("|", names) + "):" + action + "\\b|\"" + action + "\"");
        Optional<String> own = tests.entrySet().stream().filter(test -> call.matcher(test.getValue()).find()).map(Map.Entry::getKey).findFirst();
        boolean job = JOBS.services().containsKey(service) && JOBS.services().get(service).all().containsKey(action);
        return own.orElse(job ? "KindTest" : "ServicesTest");
    }

    /// The texts of the tests of services, by their names.
    private static Map<String, String> tests() throws IOException {
        var tests = new LinkedHashMap<String, String>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java/passo/aws"))) {
            for (Path file : files.filter(file -> file.toString().endsWith("Test.java")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (!name.equals("ServicesTest")) tests.put(name, Files.readString(file));
            }
        }
        return tests;
    }

    /// A request with what it cannot do without.
    static Json.Obj least(RequestModel model) {
        var request = Json.Obj.builder();
        model.shape().required().forEach(name -> request.put(name, switch (model.model().plain(model.shape().members().get(name))) {
            case ApiShape.Structure _, ApiShape.MapOf _ -> Json.Obj.EMPTY;
            case ApiShape.ListOf _ -> Json.Arr.EMPTY;
            case ApiShape.Number _ -> Json.of(1);
            case ApiShape _ -> Json.of("x");
        }));
        return request.build();
    }
}
