package passo.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.diagram.Machines.ENGLISH;
import static passo.diagram.Machines.ORDER;
import static passo.diagram.Machines.diagram;
import static passo.diagram.Machines.machine;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.regex.Pattern;
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

    @Test void theOutlineSaysWhereEveryStateLeads() {
        assertThat(print("outline.jte", Map.of("outline", Outline.of(ORDER, ENGLISH))))
                .contains("<li>if $.items &gt; 0: Fulfil</li>", "<li>otherwise: WaitForItems</li>", "<li>error States.ALL: Notify</li>", "branch 2");
    }
}
