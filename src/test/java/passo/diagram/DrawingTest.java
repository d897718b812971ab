package passo.diagram;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static passo.diagram.Machines.ENGLISH;
import static passo.diagram.Machines.ORDER;
import static passo.diagram.Machines.diagram;
import static passo.diagram.Machines.machine;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passo.asl.StateMachine;

/// What the templates print.
class DrawingTest {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, DrawingTest.class.getClassLoader(), "passo.jte");

    private static String print(String template, Map<String, Object> values) {
        var output = new StringOutput();
        TEMPLATES.render(template, values, output);
        return output.toString();
    }

    private static String svg(StateMachine machine) {
        return print("diagram.jte", Map.of("drawing", Drawing.of(diagram(machine), "Diagram", ENGLISH)));
    }

    @Test void everyStateIsAButtonWithAName() {
        var nodes = Pattern.compile("<g class=\"node[^>]*>").matcher(svg(ORDER)).results().map(found -> found.group()).toList();

        assertThat(nodes).hasSize(13).allMatch(node -> node.contains("role=\"button\"") && node.contains("tabindex=\"0\""));
        assertThat(nodes).anyMatch(node -> node.contains("aria-label=\"Charge Lambda · charge-card\""));
    }

    @Test void nothingNeedsAStyleThatThePolicyForbids() {
        assertThat(svg(ORDER)).doesNotContain("style");
    }

    @Test void whatALearnerWritesIsEscaped() {
        assertThat(svg(machine("{\"StartAt\": \"<b>\\\"\", \"States\": {\"<b>\\\"\": {\"Type\": \"Succeed\"}}}")))
                .contains("data-state=\"&lt;b>&#34;\"").contains(">&lt;b&gt;\"</text>").doesNotContain("<b>");
    }

    @Test void aShortenedNameIsWholeInTheTitle() {
        var name = "CheckTheBalanceOfTheAccountOfTheCustomer";

        assertThat(svg(machine("{\"StartAt\": \"%1$s\", \"States\": {\"%1$s\": {\"Type\": \"Succeed\"}}}".formatted(name))))
                .contains("<title>" + name + "</title>").contains("aria-label=\"CheckTheBalanceOfT…ountOfTheCustomer Succeed, " + name + "\"");
    }

    @Test void aContainerHasAHandleThatSaysWhatItDoes() {
        var open = svg(ORDER);
        var folded = print("diagram.jte", Map.of("drawing", Drawing.of(Layout.of(ORDER, ENGLISH, Set.of("PackAll")).orElseThrow(), "Diagram", ENGLISH)));

        assertThat(open).contains("data-fold=\"PackAll\"", "aria-expanded=\"true\" aria-label=\"Fold PackAll\"");
        assertThat(folded).contains("aria-expanded=\"false\" aria-label=\"Unfold PackAll\"", "Map · 2 at a time · 2 states")
                .doesNotContain("data-state=\"Pick\"");
    }

    @Test void bothEndsOfACutEdgeAreButtonsThatNameTheOther() {
        String chain = IntStream.rangeClosed(1, 10).mapToObj(i -> "\"S%d\": {\"Type\": \"Pass\", \"Next\": \"%s\"}, ".formatted(i, i == 10 ? "Done" : "S" + (i + 1)))
                .collect(joining());
        String svg = svg(machine("""
                {"StartAt": "Paid?", "States": {
                  "Paid?": {"Type": "Choice", "Choices": [{"Variable": "$.paid", "BooleanEquals": true, "Next": "Done"}], "Default": "S1"},
                  %s "Done": {"Type": "Succeed"}}}""".formatted(chain)));

        assertThat(svg).contains("aria-label=\"$.paid = true Done, a long way from Paid?: Enter goes there\"",
                "aria-label=\"Paid?, a long way to Done: Enter goes to where it begins\"");
        assertThat(Pattern.compile("data-ends=\"(\\d+)\"").matcher(svg).results().map(found -> found.group(1)).distinct()).hasSize(1);
    }

    @Test void theOutlineSaysWhereEveryStateLeads() {
        assertThat(print("outline.jte", Map.of("outline", Outline.of(ORDER, ENGLISH))))
                .contains("<li>if $.items &gt; 0: Fulfil</li>", "<li>otherwise: WaitForItems</li>", "<li>error States.ALL: Notify</li>", "branch 2");
    }
}
