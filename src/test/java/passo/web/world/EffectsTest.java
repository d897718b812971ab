package passo.web.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.aws.service.Change;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.Language;
import passo.web.Messages;
import passo.web.Page;

class EffectsTest {

    static final String TABLE = "\"partitionKey\": {\"name\": \"id\", \"type\": \"S\"}, \"items\": ";
    static final Page PAGE = new Page(Language.ENGLISH, Messages.in(Language.ENGLISH), "/");

    @Test void anItemIsToldByItsKeyWithTheStepThatWroteIt() {
        List<EffectView> effects = effects("{\"dynamodb\": {\"T\": {" + TABLE + "[{\"id\": {\"S\": \"a\"}, \"n\": {\"N\": \"1\"}}, {\"id\": {\"S\": \"b\"}}]}}}",
                "{\"dynamodb\": {\"T\": {" + TABLE + "[{\"id\": {\"S\": \"a\"}, \"n\": {\"N\": \"2\"}}, {\"id\": {\"S\": \"c\"}}]}}}",
                change(1, "dynamodb:updateItem", "T", "{\"id\": {\"S\": \"a\"}}"), change(2, "dynamodb:deleteItem", "T", "{\"id\": {\"S\": \"b\"}}"),
                change(3, "dynamodb:putItem", "T", "{\"id\": {\"S\": \"c\"}}"));

        assertThat(told(effects)).containsExactly("T mod id a [1]", "T gone id b [2]", "T add id c [3]");
    }

    @Test void aMessageIsAddedAndWhatTheWorldKeepsNotIsSent() {
        List<EffectView> effects = effects("{\"sqs\": {\"q\": {\"messages\": [\"x\"]}}}", "{\"sqs\": {\"q\": {\"messages\": [\"x\", \"x\"]}}}",
                change(1, "sqs:sendMessage", "q", "{\"MessageBody\": \"x\"}"), change(2, "events:putEvents", "default", "{\"Detail\": \"{}\"}"),
                change(3, "lambda:invoke", "f", "{}"));

        assertThat(told(effects)).containsExactly("q add x [1]", "default sent events:putEvents [2]");
    }

    @Test void whatIsAsItWasIsNotTold() {
        assertThat(effects("{\"s3\": {\"b\": {\"k\": {\"body\": \"x\"}}}}", "{\"s3\": {\"b\": {\"k\": {\"body\": \"x\"}}}}")).isEmpty();
    }

    private static List<EffectView> effects(String before, String after, Change... changes) {
        return new Effects(PAGE, (Json.Obj) JsonText.parse(before), (Json.Obj) JsonText.parse(after), List.of(changes), step -> "S" + step).all();
    }

    private static Change change(int step, String kind, String resource, String detail) {
        return new Change(step, Instant.EPOCH, kind, resource, JsonText.parse(detail));
    }

    private static List<String> told(List<EffectView> effects) {
        return effects.stream().flatMap(effect -> effect.entries().stream().map(entry -> effect.name() + " " + entry.mark() + " " + entry.name() + " "
                + entry.steps().stream().map(EffectView.StepLink::number).toList())).toList();
    }
}
