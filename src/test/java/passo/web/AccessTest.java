package passo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.web.Cast.Visitor.LEARNER;
import static passo.web.Cast.Visitor.OTHER_TEACHER;
import static passo.web.Cast.Visitor.OWNER;
import static passo.web.Cast.Visitor.STRANGER;
import static passo.web.Cast.Visitor.TEACHER;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.web.Cast.Mark;
import passo.web.Cast.Visitor;

/// Whom each address is for. Which addresses there are the server itself says: a new one fails here until it is said whom it is for.
class AccessTest {

    /// Whom it is for, how it is asked for, and the addresses. What belongs to a learner or a class is for that learner, and that class's teacher, alone.
    /// To bring a machine back is for everybody: of those that they removed themselves.
    private static final String TABLE = """
            everybody GET / /health /favicon.ico /gallery /examples/{slug} /w/{id} /api/v1/openapi.yaml /api/v1/workflows/{id}
            everybody POST /api/v1/run /api/v1/validate /api/v1/test-state /api/v1/convert /api/v1/faults /api/v1/workflows /share /share/link
            everybody POST /views/{name} /views/explain/what-if /drafts/{name}
            everybody POST /editor/explain /editor/convert /editor/faults /editor/diagram /editor/problems /editor/completions /editor/rewrite /editor/rename
            everybody POST /world/show /world/set /world/add /world/remove /world/rename /world/describe /world/test
            everybody PLAY /examples/{slug} /w/{id} /exercises/{slug}/runs/{number} /exercises/{slug}/tests/{test} /learn/notes/{id} /learn/reference/{topic}/{example}
            everybody PLAY /study/questions/{id}/runs/{number}
            everybody GET /learn /learn/placement /learn/on-call /learn/deliverable /learn/notes /learn/resources /learn/reference /learn/reference/{topic}
            everybody GET /exercises/{slug} /api/v1/exercises /api/v1/exercises/{slug} /api/v1/progress /api/v1/deliverable
            everybody POST /learn/path /learn/goal /learn/skip /learn/unskip /learn/deliverable /learn/deliverable/preview /learn/deliverable/note /learn/reference/{topic}
            everybody POST /exercises/{slug} /exercises/{slug}/help /exercises/{slug}/reset /exercises/{slug}/note /api/v1/exercises/{slug}/attempts /api/v1/exercises/{slug}/help
            everybody GET /study /study/practice /study/review /study/predictions/{slug} /study/questions/{id} /study/questions/{id}/review /api/v1/questions
            everybody POST /study/questions/{id} /study/questions/{id}/review /study/predictions/{slug}
            everybody FORM /study/mocks
            learner GET /study/mocks/{id} /study/mocks/{id}/{number}
            learner POST /study/mocks/{id} /study/mocks/{id}/{number}
            everybody GET /console /console/new /console/machines /console/inbox
            everybody POST /console/machines
            everybody GET /me /me/export /me/delete /me/phrase /me/enter /me/import
            everybody POST /me/delete /me/phrase /me/enter /me/import
            everybody GET /admin /teach/sign-in /teach/invitation/{pass}
            everybody POST /teach/sign-in /teach/invitation/{pass}
            everybody FORM /admin/setup /admin/enter /teach/sign-out
            teachers GET /teach/password
            teachers POST /teach/password
            owner FORM /admin/teachers /admin/teachers/{id}/invitation
            owner GET /admin/teachers/{id}/remove /admin/backup
            owner POST /admin/teachers/{id}/remove
            learner GET /exercises/{slug}/attempts/{id} /exercises/{slug}/solutions
            learner POST /exercises/{slug}/attempts/{id}
            learner PLAY /exercises/{slug}/solutions/{name} /exercises/{slug}/examples/{test}
            learner PLAY /console/machines/{id}/edit /console/machines/{id}/executions/{name}
            learner GET /console/machines/{id} /console/machines/{id}/compare /console/machines/{id}/revisions/{number}/definition
            learner GET /console/machines/{id}/start /console/machines/{id}/executions /console/machines/{id}/coverage
            learner POST /console/machines/{id}/start /console/machines/{id}/time /console/machines/{id}/alarms
            learner FORM /console/machines/{id}/draft /console/machines/{id}/name /console/machines/{id}/settings /console/machines/{id}/copy /console/machines/{id}/delete
            everybody FORM /console/machines/{id}/restore
            learner FORM /console/machines/{id}/revisions /console/machines/{id}/revisions/{number}/restore
            learner FORM /console/machines/{id}/versions /console/machines/{id}/versions/{number}/delete
            learner FORM /console/machines/{id}/aliases /console/machines/{id}/aliases/{alias} /console/machines/{id}/aliases/{alias}/delete
            everybody GET /join /join/{code}
            everybody POST /join /join/{code} /join/{code}/leave /api/v1/classes/{code}/members
            teachers GET /teach
            teachers FORM /teach/classes
            teacher GET /teach/classes/{code}/people /teach/classes/{code}/people/project /teach/classes/{code}/people/count /teach/classes/{code}/change
            teacher GET /teach/classes/{code}/delete
            teacher GET /teach/classes/{code}/people/roster /teach/classes/{code}/people/roster/preview /teach/classes/{code}/people/roster/save
            teacher GET /teach/classes/{code}/people/{member} /teach/classes/{code}/people/{member}/change /teach/classes/{code}/people/{member}/merge
            teacher GET /teach/classes/{code}/people/{member}/unlink /teach/classes/{code}/people/{member}/remove
            teacher POST /teach/classes/{code}/people/roster/preview /teach/classes/{code}/people/roster/save
            teacher POST /teach/classes/{code}/people/{member}/change /teach/classes/{code}/people/{member}/merge
            teacher POST /teach/classes/{code}/people/{member}/unlink /teach/classes/{code}/people/{member}/remove
            teacher GET /teach/classes/{code}/plan /teach/classes/{code}/grades /teach/classes/{code}/grades.csv /api/v1/classes/{code}/grades.csv /teach/classes/{code}/token
            teacher GET /teach/classes/{code} /teach/classes/{code}/live
            teacher GET /teach/classes/{code}/members/{member} /teach/classes/{code}/members/{member}/{slug}
            teacher GET /teach/classes/{code}/answers/{slug}/{key} /teach/classes/{code}/answers/{slug}/{key}/texts
            teacher PLAY /teach/classes/{code}/members/{member}/attempts/{attempt}/tests/{test}
            teacher POST /teach/classes/{code}/plan /teach/classes/{code}/token /teach/classes/{code}/token/revoke
            teacher POST /teach/classes/{code}/change /teach/classes/{code}/delete""";

    private static final Map<String, Set<Visitor>> AUDIENCES = Map.of("everybody", EnumSet.allOf(Visitor.class), "learner", EnumSet.of(LEARNER),
            "teacher", EnumSet.of(TEACHER), "teachers", EnumSet.of(TEACHER, OTHER_TEACHER, OWNER), "owner", EnumSet.of(OWNER));
    private static final Map<String, Set<Visitor>> WHOM = whom();
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final List<String> HEADERS = List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy");
    private static final String FORM = "type=STANDARD&definition=%7B%22StartAt%22%3A%22A%22%2C%22States%22%3A%7B%22A%22%3A%7B%22Type%22%3A%22Succeed%22%7D%7D%7D&input=%7B%7D&world="
            + "&text=%7B%7D&where=definition&cursor=1&rung=1&name=New&note=mine&by=hand&revision=1&version=1&weight=100&example=sem-default";

    static RunningServer server;
    static final List<Visit> VISITS = new ArrayList<>();
    static String before;
    static String after;

    /// What came of one who asked for an address.
    record Visit(Endpoint endpoint, Visitor visitor, int status, String location, List<Mark> marks, List<String> missing, List<String> cookies) {

        boolean refused() {
            return REFUSED.contains(status) || location.contains("/teach/sign-in?to=");
        }

        @Override public String toString() {
            return "%s %s as %s: %d %s".formatted(endpoint.method, endpoint.path, visitor, status, location);
        }
    }

    /// What changes nothing for the learner and the teacher is asked for by all of one cast. For the rest there are others each time.
    @BeforeAll static void everybodyAsksForEverything() {
        server = RunningServer.start();
        var cast = new Cast(server);
        before = cast.kept();
        List<Endpoint> endpoints = server.endpoints().stream().filter(endpoint -> !audience(endpoint).isEmpty()).toList();
        for (Endpoint endpoint : endpoints) {
            for (Visitor visitor : Visitor.values()) if (changesNothing(endpoint, visitor)) visit(cast, endpoint, visitor);
        }
        after = cast.kept();
        for (Endpoint endpoint : endpoints) {
            if (!isForEverybody(endpoint)) audience(endpoint).stream().filter(visitor -> !changesNothing(endpoint, visitor)).forEach(visitor -> visit(new Cast(server), endpoint, visitor));
        }
    }

    private static boolean changesNothing(Endpoint endpoint, Visitor visitor) {
        return endpoint.method == HandlerType.GET || !isFor(endpoint, visitor) || isForEverybody(endpoint) && visitor != LEARNER && visitor != TEACHER;
    }

    private static boolean isForEverybody(Endpoint endpoint) {
        return audience(endpoint).contains(STRANGER);
    }

    private static void visit(Cast cast, Endpoint endpoint, Visitor visitor) {
        HttpResponse<String> answer = ask(cast, endpoint, visitor, "Sec-Fetch-Site", "same-origin");
        String shown = answer.body() + answer.headers().map();
        VISITS.add(new Visit(endpoint, visitor, answer.statusCode(), answer.headers().firstValue("Location").orElse(""),
                Stream.of(Mark.values()).filter(mark -> shown.contains(mark.text())).toList(),
                HEADERS.stream().filter(header -> answer.headers().firstValue(header).isEmpty()).toList(), answer.headers().allValues("Set-Cookie")));
    }

    private static HttpResponse<String> ask(Cast cast, Endpoint endpoint, Visitor visitor, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-Forwarded-Proto", "https"));
        if (!cast.cookie(visitor).isEmpty()) all.addAll(List.of("Cookie", cast.cookie(visitor)));
        String path = cast.filled(endpoint.path);
        String[] said = all.toArray(String[]::new);
        if (endpoint.method == HandlerType.GET) return server.get(path, said);
        return path.startsWith("/api/") ? server.postJson(path, "{\"definition\": {}, \"name\": \"New\"}", said) : server.postForm(path, FORM, said);
    }

    private static boolean isFor(Endpoint endpoint, Visitor visitor) {
        return audience(endpoint).contains(visitor);
    }

    /// Nobody where it is not said.
    private static Set<Visitor> audience(Endpoint endpoint) {
        return WHOM.getOrDefault(endpoint.method + " " + endpoint.path.replaceFirst("^/(en|pt-BR)(?=/)", ""), Set.of());
    }

    /// A form that leads elsewhere leads back, where it is asked for as a page; there it is asked who comes.
    private static Map<String, Set<Visitor>> whom() {
        Map<String, Set<Visitor>> whom = new HashMap<>();
        for (String line : TABLE.split("\n")) {
            String[] words = line.split(" ");
            for (String path : List.of(words).subList(2, words.length)) {
                for (String address : addresses(words[1], path)) whom.put(address, AUDIENCES.get(words[0]));
                if (words[1].equals("FORM")) whom.put("GET " + path, AUDIENCES.get("everybody"));
            }
        }
        return whom;
    }

    private static List<String> addresses(String how, String path) {
        return switch (how) {
            case "PLAY" -> List.of("GET " + path, "POST " + path, "POST " + path + "/decisions", "POST " + path + "/try", "POST " + path + "/reset");
            case "FORM" -> List.of("POST " + path);
            default -> List.of(how + " " + path);
        };
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void everyAddressIsForSomebody() {
        assertThat(server.endpoints().stream().filter(endpoint -> audience(endpoint).isEmpty()).map(endpoint -> endpoint.method + " " + endpoint.path)).isEmpty();
    }

    @Test void whomItIsForIsLetInAndNobodyElse() {
        assertThat(VISITS.stream().filter(visit -> isFor(visit.endpoint(), visit.visitor()) == visit.refused())).isEmpty();
    }

    @Test void whatIsALearnersOrAClassesIsShownToNobodyElse() {
        assertThat(VISITS.stream().filter(visit -> visit.marks().stream().anyMatch(mark -> !mark.shown.contains(visit.visitor())))).isEmpty();
    }

    @Test void whoseItIsAndWhomItIsShownSeeIt() {
        assertThat(VISITS.stream().flatMap(visit -> visit.marks().stream().map(mark -> mark + " to " + visit.visitor())))
                .containsAll(Stream.of(Mark.values()).flatMap(mark -> mark.shown.stream().map(visitor -> mark + " to " + visitor)).toList());
    }

    @Test void nobodyElseChangesIt() {
        assertThat(after).isEqualTo(before);
    }

    @Test void nothingBreaks() {
        assertThat(VISITS.stream().filter(visit -> visit.status() >= 500)).isEmpty();
    }

    @Test void everyAnswerTellsTheBrowserWhatItMayDo() {
        assertThat(VISITS.stream().filter(visit -> !visit.missing().isEmpty())).isEmpty();
        assertThat(List.of("/static/tokens.css", "/static/nowhere.css", "/nowhere", "/api/v1/nowhere")).allSatisfy(path ->
                assertThat(server.get(path).headers().map()).as(path).containsKeys(HEADERS.stream().map(String::toLowerCase).toArray(String[]::new)));
    }

    @Test void everyCookieIsForThisSiteAndTlsAloneAndForNoScript() {
        assertThat(VISITS.stream().flatMap(visit -> visit.cookies().stream())).isNotEmpty()
                .allMatch(cookie -> cookie.contains("; HttpOnly") && cookie.contains("; Secure") && cookie.matches(".*; SameSite=(Lax|Strict).*"));
    }

    @Test void anotherSiteCanWriteNothing() {
        var cast = new Cast(server);
        var written = server.endpoints().stream().filter(endpoint -> endpoint.method != HandlerType.GET && !audience(endpoint).isEmpty())
                .flatMap(endpoint -> Stream.of(STRANGER, LEARNER, TEACHER).flatMap(visitor -> Stream.of(new String[] {"Origin", "https://elsewhere.example"},
                        new String[] {"Origin", "null"}, new String[] {"Sec-Fetch-Site", "cross-site"}, new String[] {"Sec-Fetch-Site", "same-site"})
                        .filter(from -> ask(cast, endpoint, visitor, from).statusCode() != 403).map(from -> endpoint.method + " " + endpoint.path + " as " + visitor + " " + String.join(": ", from))));

        assertThat(written).isEmpty();
    }
}
