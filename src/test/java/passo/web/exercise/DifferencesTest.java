package passo.web.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.json.JsonText;
import passo.lab.grading.Likeness;
import passo.web.Language;
import passo.web.Messages;
import passo.web.Page;
import passo.web.exercise.ResultView.Difference;

class DifferencesTest {

    static final Page ENGLISH = new Page(Language.ENGLISH, Messages.in(Language.ENGLISH), "/");

    @Test void everyPlaceThatDiffersIsARowWithItsWord() {
        var rows = Differences.of(ENGLISH, Likeness.exact(JsonText.parse("""
                {"id": "P-1", "total": 5, "items": [{"sku": "x"}], "note": "gift wrapped"}"""), JsonText.parse("""
                {"total": 6, "items": [{"sku": "y"}], "more": {"note": "gift wrapped"}}""")));

        assertThat(rows).containsExactly(
                new Difference("del", "id", "\"P-1\"", "", "missing"),
                new Difference("mod", "total", "5", "6", "different"),
                new Difference("mod", "items[0].sku", "\"x\"", "\"y\"", "different"),
                new Difference("mod", "note", "\"gift wrapped\"", "in more.note", "elsewhere"),
                new Difference("add", "more", "", "{\"note\":\"gift wrapped\"}", "too much"));
    }

    @Test void whatIsLongIsShortened() {
        assertThat(Differences.shortly(JsonText.parse("{\"a\": \"a text that is much longer than a cell of a table\"}"))).isEqualTo("{ … }");
    }
}
