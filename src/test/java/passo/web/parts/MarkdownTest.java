package passo.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test void headingsBeginBelowTheOneThatTheTextStandsUnder() {
        assertThat(Markdown.html("# Olá\n\n## Dica\n\n###### Fundo", 1)).isEqualTo("<h2>Olá</h2>\n<h3>Dica</h3>\n<h6>Fundo</h6>\n");
    }

    @Test void htmlInATextIsEscaped() {
        assertThat(Markdown.html("<script>x()</script>\n\na <b onclick='x()'>b</b>", 0))
                .isEqualTo("<p>&lt;script&gt;x()&lt;/script&gt;</p>\n<p>a &lt;b onclick='x()'&gt;b&lt;/b&gt;</p>\n");
    }

    @Test void linksLeadToTheWebOrToAddressesOfOurs() {
        assertThat(Markdown.html("[a](https://example.com/?a=1&b=2) [b](/en/gallery) [c](#d)", 0)).isEqualTo(
                "<p><a href=\"https://example.com/?a=1&amp;b=2\" rel=\"noreferrer\">a</a> <a href=\"/en/gallery\">b</a> <a href=\"#d\">c</a></p>\n");
    }

    @Test void ofAnyOtherLinkAndOfAnImageTheWordsRemain() {
        assertThat(Markdown.html("[a `b`](javascript:x) [c](//evil.example) [d](/\\\\evil.example) [e](data:text/html,x) ![f](https://example.com/f.png) <mailto:g@h.example>", 0))
                .isEqualTo("<p>a <code class=\"in\" translate=\"no\">b</code> c d e f mailto:g@h.example</p>\n");
    }

    @Test void codeIsNotTranslated() {
        assertThat(Markdown.html("`$.a < 1`\n\n```\nA  <b>\n```", 0)).isEqualTo(
                "<p><code class=\"in\" translate=\"no\">$.a &lt; 1</code></p>\n<pre class=\"listing\" translate=\"no\" tabindex=\"0\">A  &lt;b&gt;\n</pre>\n");
    }

    @Test void aBlockOfJsonStandsInColours() {
        assertThat(Markdown.html("```json\n{\"a.$\": \"$.b\", \"c\": [\"d\\\"\", -1.5, null]}\n```", 0)).contains(
                "<span class=\"cp\">{</span><span class=\"ck\">&quot;a.$&quot;</span><span class=\"cp\">:</span> <span class=\"cx\">&quot;$.b&quot;</span><span class=\"cp\">,</span> "
                        + "<span class=\"ck\">&quot;c&quot;</span><span class=\"cp\">:</span> <span class=\"cp\">[</span><span class=\"cs\">&quot;d\\&quot;&quot;</span><span class=\"cp\">,</span> "
                        + "<span class=\"cn\">-1.5</span><span class=\"cp\">,</span> <span class=\"cn\">null</span><span class=\"cp\">]}</span>\n");
    }

    @Test void aTableScrollsInABoxOfItsOwn() {
        assertThat(Markdown.html("| a | b |\n|---|--:|\n| `c` | 1 |", 0)).isEqualToIgnoringNewLines("<div class=\"table-scroll\" tabindex=\"0\"><table class=\"grid\">"
                + "<thead><tr><th scope=\"col\">a</th><th align=\"right\" scope=\"col\">b</th></tr></thead>"
                + "<tbody><tr><td><code class=\"in\" translate=\"no\">c</code></td><td align=\"right\">1</td></tr></tbody></table></div>");
    }

    @Test void wordsOfTheLanguageAndExpressionsHaveColoursOfTheirOwn() {
        assertThat(Markdown.html("```json\n\"Type\": \"Pass\", \"a.$\": \"States.UUID()\"\n```", 0)).contains("<span class=\"cw\">&quot;Type&quot;</span>",
                "<span class=\"cs\">&quot;Pass&quot;</span>", "<span class=\"ck\">&quot;a.$&quot;</span>", "<span class=\"cx\">&quot;States.UUID()&quot;</span>");
    }

    @Test void aTemplatePrintsItAsItIs() {
        var page = new StringOutput();
        Markdown.content("**a**", 0).writeTo(page);

        assertThat(page.toString()).isEqualTo("<p><strong>a</strong></p>\n");
    }
}
