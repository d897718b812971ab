package passo.aws.iam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import passo.json.Json;

/// Writes the policy that allows some accesses and nothing else, a statement for the actions that need the same resources.
final class SmallestPolicy {

    /// More resources of one action are written as what they begin with.
    private static final int MOST_RESOURCES = 20;
    /// What a request says that belongs into the policy: it keeps a role from being handed to others, an endpoint from being another.
    private static final List<String> NARROWING = List.of("iam:PassedToService", "states:HTTPEndpoint", "states:HTTPMethod");

    /// @param condition what else must be so; empty for nothing
    private record Subject(String service, SortedSet<String> resources, Json.Obj condition) {}

    private SmallestPolicy() {}

    static Json.Obj of(List<Access> accesses) {
        Map<Subject, SortedSet<String>> statements = new LinkedHashMap<>();
        resources(accesses).forEach((actionAndCondition, resources) -> {
            var subject = new Subject(actionAndCondition.service(), few(resources), actionAndCondition.condition);
            statements.computeIfAbsent(subject, _ -> new TreeSet<>()).add(actionAndCondition.action);
        });
        var sids = new LinkedHashSet<String>();
        List<Json> written = new ArrayList<>();
        statements.forEach((subject, actions) -> written.add(statement(subject, actions, sids)));
        return Json.Obj.of("Version", Json.of("2012-10-17"), "Statement", new Json.Arr(written));
    }

    private record Asked(String action, Json.Obj condition) {
        String service() {
            return action.substring(0, action.indexOf(':'));
        }
    }

    private static Map<Asked, SortedSet<String>> resources(List<Access> accesses) {
        Map<Asked, SortedSet<String>> all = new LinkedHashMap<>();
        for (Access access : accesses) {
            all.computeIfAbsent(new Asked(access.action(), condition(access)), _ -> new TreeSet<>()).add(written(access));
        }
        return all;
    }

    private static Json.Obj condition(Access access) {
        var told = Json.Obj.builder();
        NARROWING.forEach(key -> access.told(key).ifPresent(values -> told.put(key, values.getFirst())));
        Json.Obj equal = told.build();
        return equal.isEmpty() ? equal : Json.Obj.of("StringEquals", equal);
    }

    /// A resource as a policy writes it: what AWS makes up when the thing is made, or with each version of it, no policy can name.
    static String written(Access access) {
        String resource = access.resource();
        return switch (access.action()) {
            case "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents" -> resource.replaceFirst(":log-stream:.*", ":*");
            case "secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret" -> resource.replaceFirst("(-[0-9a-f]{6})?$", "-??????");
            case "ecs:RunTask" -> resource.replaceFirst("(task-definition/[^:]+):.*", "$1:*");
            default -> resource;
        };
    }

    private static SortedSet<String> few(SortedSet<String> resources) {
        if (resources.contains("*")) return new TreeSet<>(Set.of("*"));
        if (resources.size() <= MOST_RESOURCES) return resources;
        // In order: what the first and the last have in common all have.
        String first = resources.first();
        String last = resources.last();
        int common = 0;
        while (common < Math.min(first.length(), last.length()) && first.charAt(common) == last.charAt(common)) common++;
        return new TreeSet<>(Set.of(first.substring(0, common) + "*"));
    }

    private static Json statement(Subject subject, SortedSet<String> actions, Set<String> sids) {
        var json = Json.Obj.builder().put("Sid", sid(subject.service, actions, sids)).put("Effect", "Allow")
                .put("Action", oneOrMore(actions)).put("Resource", oneOrMore(subject.resources));
        if (!subject.condition.isEmpty()) json.put("Condition", subject.condition);
        return json.build();
    }

    /// The service, and the action where it is but one: `Lambda`, `S3GetObject`. AWS: letters and digits, each only once.
    private static String sid(String service, SortedSet<String> actions, Set<String> taken) {
        var name = new StringBuilder();
        for (String word : service.split("-")) name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        if (actions.size() == 1) name.append(actions.first().substring(service.length() + 1));
        String sid = name.toString();
        for (int i = 2; !taken.add(sid); i++) sid = name.toString() + i;
        return sid;
    }

    private static Json oneOrMore(SortedSet<String> texts) {
        List<Json> items = texts.stream().map(text -> (Json) Json.of(text)).toList();
        return items.size() == 1 ? items.getFirst() : new Json.Arr(items);
    }
}
