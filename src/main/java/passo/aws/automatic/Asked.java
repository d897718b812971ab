package passo.aws.automatic;

import passo.asl.model.ApiShape;
import passo.asl.model.RequestModel;
import passo.asl.model.ServiceModel;
import passo.json.Json;

/// What a service wants of the values that a task's request looks up: a number, a list.
record Asked(ServiceModel model) {

    /// @param need grows by what the request's template leaves open
    static void of(RequestModel request, Json template, Need need) {
        new Asked(request.model()).look(request.shape(), template, need);
    }

    private void look(ApiShape shape, Json template, Need need) {
        switch (model.plain(shape)) {
            case ApiShape.Structure(var members, _) when template instanceof Json.Obj written -> written.forEach((name, value) -> {
                String plain = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
                if (members.containsKey(plain)) look(members.get(plain), value, need.member(plain));
            });
            case ApiShape.MapOf(var each) when template instanceof Json.Obj written ->
                    written.forEach((name, value) -> look(each, value, need.member(name)));
            case ApiShape.Structure _, ApiShape.MapOf _ -> need.is(Need.Kind.OBJECT);
            case ApiShape.ListOf(var item) when !(template instanceof Json.Arr) -> look(item, template, need.is(Need.Kind.ARRAY).item());
            case ApiShape.Number _ -> need.is(Need.Kind.NUMBER);
            case ApiShape.Flag() -> need.is(Need.Kind.BOOLEAN);
            case ApiShape.ListOf _, ApiShape.Text _, ApiShape.Blob _, ApiShape.Timestamp(), ApiShape.Document(), ApiShape.Reference _ -> {}
        }
    }
}
