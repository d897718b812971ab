package passo.aws.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.asl.catalogue.Spelling;
import passo.json.Json;
import passo.json.Pointer;

/// Reads the policies of a role, and tells what is wrong with them. AWS, "Grammar of the IAM JSON policy language".
final class PolicyText {

    private static final String VERSION = "2012-10-17";
    /// AWS: white space does not count.
    private static final int LONGEST = 10_240;
    private static final Set<String> VERSIONS = Set.of(VERSION, "2008-10-17");
    private static final List<String> DOCUMENT = List.of("Version", "Id", "Statement");
    private static final List<String> IDENTITY = List.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
    private static final List<String> TRUST = List.of("Sid", "Effect", "Principal", "Action", "NotAction", "Condition");
    private static final List<String> PRINCIPALS = List.of("Service", "AWS", "Federated");
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]*");
    private static final Pattern ACTION = Pattern.compile("\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+");
    private static final Pattern RESOURCE = Pattern.compile("\\*|arn:[^:]+:[^:]+:[^:]*:[^:]*:.+");
    private static final Pattern OPERATOR = Pattern.compile("(ForAnyValue:|ForAllValues:)?(.*?)(IfExists)?");

    private final Complaints complaints;

    PolicyText(Complaints complaints) {
        this.complaints = complaints;
    }

    Role role(String name, Json.Obj described) {
        Optional<Policy> trust = Optional.ofNullable(described.get("trust")).map(json -> policy("", json, Pointer.ROOT.child("trust"), true));
        return new Role(name, trust, Optional.ofNullable(described.get("policy")).map(this::policies).orElse(List.of()), true);
    }

    /// One document, or several that have names.
    private List<Policy> policies(Json json) {
        Pointer at = Pointer.ROOT.child("policy");
        if (!(json instanceof Json.Arr several)) return List.of(policy("", json, at, false));
        List<Policy> policies = new ArrayList<>();
        for (int i = 0; i < several.size(); i++) {
            if (several.get(i) instanceof Json.Obj named && named.get("document") instanceof Json document) {
                knows(named, List.of("name", "document"), at.child(i));
                policies.add(policy(named.get("name") instanceof Json.Str(var name) ? name : "", document, at.child(i).child("document"), false));
            } else {
                complaints.about(at.child(i), "iam.named", several.get(i).toString());
            }
        }
        return policies;
    }

    private Policy policy(String name, Json json, Pointer at, boolean trust) {
        Json.Obj document = object(json, at);
        if (document.bytes() > LONGEST) {
            complaints.about(at, "iam.long", String.valueOf(LONGEST), String.valueOf(document.bytes()));
            return new Policy(name, false, List.of());
        }
        knows(document, DOCUMENT, at);
        Json version = document.get("Version");
        if (version != null && !(version instanceof Json.Str(var date) && VERSIONS.contains(date))) {
            complaints.about(at.child("Version"), "iam.version", version.toString());
        }
        List<Statement> statements = new ArrayList<>();
        Pointer place = at.child("Statement");
        switch (document.get("Statement")) {
            case Json.Obj only -> statement(only, place, trust).ifPresent(statements::add);
            case Json.Arr several -> {
                for (int i = 0; i < several.size(); i++) statement(several.get(i), place.child(i), trust).ifPresent(statements::add);
            }
            case null -> complaints.about(at, "iam.missing", "Statement");
            case Json other -> complaints.about(place, "world.expected.object", other.toString());
        }
        return new Policy(name, Json.of(VERSION).equals(version), statements);
    }

    private Optional<Statement> statement(Json json, Pointer at, boolean trust) {
        Json.Obj statement = object(json, at);
        if (!trust && statement.has("Principal")) {
            complaints.about(at.child("Principal"), "iam.principal.identity");
        } else {
            knows(statement, trust ? TRUST : IDENTITY, at);
        }
        String sid = statement.get("Sid") instanceof Json.Str(var text) ? text : "";
        if (statement.has("Sid") && !SID.matcher(sid).matches()) complaints.about(at.child("Sid"), "iam.sid", sid);
        Json effect = statement.get("Effect");
        if (!Json.of("Allow").equals(effect) && !Json.of("Deny").equals(effect)) {
            complaints.about(at, "iam.effect", String.valueOf(effect));
        }
        Optional<Statement.Patterns> actions = patterns(statement, "Action", ACTION, at);
        Optional<Statement.Patterns> resources = trust ? Optional.of(Statement.Patterns.ALL) : patterns(statement, "Resource", RESOURCE, at);
        List<Statement.Principal> principals = trust ? principals(statement, at) : List.of();
        List<Condition> conditions = conditions(statement, at.child("Condition"));
        return actions.isEmpty() || resources.isEmpty() ? Optional.empty() : Optional.of(new Statement(sid, at, Json.of("Allow").equals(effect),
                actions.get(), resources.get(), principals, conditions));
    }

    /// Member `Action` or `NotAction`, `Resource` or `NotResource`: exactly one of both.
    private Optional<Statement.Patterns> patterns(Json.Obj statement, String member, Pattern form, Pointer at) {
        String except = "Not" + member;
        if (statement.has(member) == statement.has(except)) {
            complaints.about(at, "world.oneOf", member + ", " + except);
            return Optional.empty();
        }
        String written = statement.has(member) ? member : except;
        List<String> list = texts(statement.get(written), at.child(written));
        list.stream().filter(text -> !form.matcher(text).matches())
                .forEach(text -> complaints.about(at.child(written), member.equals("Action") ? "iam.action" : "iam.resource", text));
        return Optional.of(new Statement.Patterns(list, written.equals(except)));
    }

    private List<Statement.Principal> principals(Json.Obj statement, Pointer at) {
        Pointer place = at.child("Principal");
        return switch (statement.get("Principal")) {
            case Json.Str(var all) when all.equals("*") -> List.of(new Statement.Principal("*", "*"));
            case Json.Obj kinds -> {
                knows(kinds, PRINCIPALS, place);
                yield kinds.names().stream().flatMap(kind -> texts(kinds.get(kind), place.child(kind)).stream()
                        .map(name -> new Statement.Principal(kind, name))).toList();
            }
            case null -> {
                complaints.about(at, "iam.missing", "Principal");
                yield List.of();
            }
            case Json other -> {
                complaints.about(place, "iam.principal", other.toString());
                yield List.of();
            }
        };
    }

    private List<Condition> conditions(Json.Obj statement, Pointer at) {
        if (!statement.has("Condition")) return List.of();
        List<Condition> conditions = new ArrayList<>();
        object(statement.get("Condition"), at).forEach((name, keys) -> {
            var matcher = OPERATOR.matcher(name);
            Optional<Operator> operator = matcher.matches() ? Operator.named(matcher.group(2)) : Optional.empty();
            if (operator.isEmpty()) {
                unknown(name, Operator.names(), at.child(name));
                return;
            }
            Condition.Quantifier quantifier = matcher.group(1) == null ? Condition.Quantifier.SINGLE
                    : matcher.group(1).startsWith("ForAny") ? Condition.Quantifier.ANY : Condition.Quantifier.ALL;
            object(keys, at.child(name)).forEach((key, values) -> {
                if (!key.contains(":")) complaints.about(at.child(name).child(key), "iam.conditionKey", key);
                conditions.add(new Condition(quantifier, operator.get(), matcher.group(3) != null, key, texts(values, at.child(name).child(key))));
            });
        });
        return conditions;
    }

    /// A text or a list of texts. Numbers and booleans are texts too.
    private List<String> texts(Json json, Pointer at) {
        Stream<Json> all = json instanceof Json.Arr several ? several.items().stream() : Stream.of(json);
        List<Json> items = all.toList();
        boolean good = !items.isEmpty() && items.stream().allMatch(item -> item instanceof Json.Str || item instanceof Json.Num || item instanceof Json.Bool);
        if (!good) complaints.about(at, "iam.texts", json.toString());
        return good ? items.stream().map(item -> item instanceof Json.Str(var text) ? text : item.toString()).toList() : List.of();
    }

    private Json.Obj object(Json json, Pointer at) {
        if (json instanceof Json.Obj obj) return obj;
        complaints.about(at, "world.expected.object", json.toString());
        return Json.Obj.EMPTY;
    }

    private void knows(Json.Obj obj, List<String> known, Pointer at) {
        obj.names().stream().filter(name -> !known.contains(name)).forEach(name -> unknown(name, known, at.child(name)));
    }

    private void unknown(String name, List<String> known, Pointer at) {
        Spelling.nearest(name, known).ifPresentOrElse(near -> complaints.about(at, "world.unknownMeant", name, near),
                () -> complaints.about(at, "world.unknown", name, String.join(", ", known)));
    }
}
