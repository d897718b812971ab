package passo.web.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.aws.Reading;
import passo.aws.Shape;
import passo.aws.World;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;

class BeginningsTest {

    @Test void whateverAWorldCanHaveBeginsAsSomethingThatWorks() {
        World.SHAPE.members().forEach((part, shape) -> {
            Json begun = shape instanceof Shape.Named
                    ? Json.Obj.of("new", Beginnings.inside(Json.Obj.EMPTY, Pointer.ROOT.child(part))) : Beginnings.plain(shape);
            if (begun instanceof Json.Obj) {
                assertThat(World.parse(Json.Obj.of(part, begun))).as(part).isInstanceOf(Reading.Good.class);
            }
        });
    }

    @Test void anItemHasTheKeyOfItsTable() {
        Json world = JsonText.parse("""
                {"dynamodb": {"Orders": {"partitionKey": {"name": "id", "type": "S"}, "sortKey": {"name": "at", "type": "N"}, "items": [{}]}}}""");

        assertThat(Beginnings.inside(world, new Pointer(List.of("dynamodb", "Orders", "items"))))
                .isEqualTo(JsonText.parse("{\"id\": {\"S\": \"2\"}, \"at\": {\"N\": \"2\"}}"));
    }
}
