package passo.asl.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.Spelling;
import passo.asl.text.Node;
import passo.json.Json;
import passo.json.Positions;

/// What may be asked of a service with one resource: the shape of its request, against which Step Functions checks what a state sends,
/// when the definition is made as far as it is written there, and when the state runs.
///
/// @param besides members that Step Functions takes beyond those of the API
/// @param closed is what is not here surely not supported? An optimized integration lags behind its service, an SDK integration does not
public record RequestModel(ServiceModel model, ApiShape.Structure shape, Set<String> besides, boolean closed) {

    /// What a template ends a name with whose value is not known yet.
    private static final String LATER = ".$";
    private static final Map<String, Set<String>> BESIDES = Map.of("bedrock:invokeModel", Set.of("Input", "Output"));
    /// Where an optimized integration's action is not called as the API's.
    private static final Map<String, String> OTHERWISE = Map.of("elasticmapreduce:createCluster", "runJobFlow");

    /// Something that does not fit.
    public sealed interface Flaw {
        /// The object that it is about.
        Node object();

        String field();

        /// What AWS says.
        String words();

        /// @param meant the field that was probably meant
        /// @param sure can it not be newer than the models?
        record Unknown(Node object, String field, Optional<String> meant, boolean sure) implements Flaw {
            /// Is the value not known before the state runs? AWS looks at such a field only then.
            public boolean isLate() {
                return field.endsWith(LATER) || object.text(field).filter(text -> text.startsWith("{%")).isPresent();
            }

            @Override
            public String words() {
                return "The field \"" + plain(field) + "\" is not supported by Step Functions";
            }
        }

        record Missing(Node object, String field) implements Flaw {
            @Override
            public String words() {
                return "The field '" + field + "' is required but was missing";
            }
        }

        /// Of another type: a text for a list.
        record Malformed(Node object, String field) implements Flaw {
            @Override
            public String words() {
                return "The value of the field '" + field + "' has an invalid format";
            }
        }
    }

    /// Nothing where no model describes the request.
    public static Optional<RequestModel> of(Resource.Service resource) {
        String name = resource.service() + ":" + resource.action();
        String action = resource.sdk() ? resource.action() : OTHERWISE.getOrDefault(name, resource.action());
        return ServiceModels.asked(resource).flatMap(model -> model.request(action)
                .map(shape -> new RequestModel(model, shape, resource.sdk() ? Set.of() : BESIDES.getOrDefault(name, Set.of()), !resource.sdk())));
    }

    /// What does not fit in a request that is sent.
    public List<Flaw> flaws(Json.Obj request) {
        return flaws(Node.root(request, Positions.NONE));
    }

    /// What does not fit in a request, which may be a template.
    public List<Flaw> flaws(Node request) {
        var flaws = new ArrayList<Flaw>();
        shape.members().keySet().stream().filter(shape.required()::contains)
                .filter(name -> request.get(name).or(() -> request.get(name + LATER)).isEmpty())
                .forEach(name -> flaws.add(new Flaw.Missing(request, name)));
        members(shape, besides, request, flaws);
        return flaws;
    }

    /// The shape that stands at a place of the request, such as `Filters`, `Values`; the items of a list have no name of their own.
    public Optional<ApiShape> at(List<String> path) {
        ApiShape here = shape;
        for (String name : path) {
            here = switch (items(here)) {
                case ApiShape.Structure structure when structure.members().containsKey(name) -> structure.members().get(name);
                case ApiShape.MapOf(var value) -> value;
                case ApiShape _ -> new ApiShape.Document();
            };
        }
        return Optional.of(items(here)).filter(found -> !(found instanceof ApiShape.Document));
    }

    private ApiShape items(ApiShape shape) {
        return switch (model.plain(shape)) {
            case ApiShape.ListOf(var item) -> items(item);
            case ApiShape other -> other;
        };
    }

    private void members(ApiShape.Structure structure, Set<String> besides, Node object, List<Flaw> flaws) {
        for (Node member : object.members()) {
            String name = plain(member.name());
            ApiShape known = structure.members().get(name);
            if (known == null && !besides.contains(name)) flaws.add(unknown(structure, object, member.name()));
            else if (known != null && !member.name().endsWith(LATER)) check(known, member, object, name, flaws);
        }
    }

    /// A field that differs in its capitals alone is none that is surely wrong: how the SDK writes abbreviations is not told by the models.
    private Flaw unknown(ApiShape.Structure structure, Node object, String name) {
        Set<String> known = structure.members().keySet();
        boolean slip = Spelling.isSlip(plain(name), known) && known.stream().noneMatch(plain(name)::equalsIgnoreCase);
        boolean sure = closed || slip || !name.isEmpty() && Character.isLowerCase(name.charAt(0));
        return new Flaw.Unknown(object, name, Spelling.nearest(plain(name), known), sure);
    }

    private void check(ApiShape shape, Node value, Node object, String field, List<Flaw> flaws) {
        boolean fits = switch (model.plain(shape)) {
            case ApiShape.Structure structure -> {
                members(structure, Set.of(), value, flaws);
                // AWS: an optimized integration reads a text as a value of DynamoDB, such as `{"S": …}`.
                yield value.json() instanceof Json.Obj || closed && value.json() instanceof Json.Str;
            }
            case ApiShape.MapOf(var each) -> {
                value.members().forEach(member -> check(each, member, value, member.name(), flaws));
                yield value.json() instanceof Json.Obj;
            }
            case ApiShape.ListOf(var each) -> {
                value.items().forEach(item -> check(each, item, object, field, flaws));
                yield value.json() instanceof Json.Arr;
            }
            case ApiShape.Number _ -> value.json() instanceof Json.Num || value.json() instanceof Json.Str(var text) && text.matches("-?\\d+(\\.\\d+)?");
            case ApiShape.Flag() -> value.json() instanceof Json.Bool || value.json() instanceof Json.Str(var text) && text.matches("true|false");
            // A text may be given as what it is the JSON of; a value of an enumeration may be newer than the models.
            case ApiShape.Text _, ApiShape.Blob _, ApiShape.Timestamp(), ApiShape.Document(), ApiShape.Reference _ -> true;
        };
        if (!fits && value.json() != Json.NULL) flaws.add(new Flaw.Malformed(object, field));
    }

    private static String plain(String name) {
        return name.endsWith(LATER) ? name.substring(0, name.length() - LATER.length()) : name;
    }
}
