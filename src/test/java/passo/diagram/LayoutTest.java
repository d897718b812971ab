package passo.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.diagram.Machines.ENGLISH;
import static passo.diagram.Machines.ORDER;
import static passo.diagram.Machines.chain;
import static passo.diagram.Machines.diagram;
import static passo.diagram.Machines.machine;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.diagram.Diagram.Edge;
import passo.diagram.Diagram.Edge.Kind;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Point;

class LayoutTest {

    record Way(String from, String to, Kind kind, String text) {
        static Way of(Edge edge) {
            return new Way(edge.from(), edge.to(), edge.kind(), edge.label().map(Diagram.Label::text).orElse(""));
        }
    }

    @Test void everyStateIsDrawnOnce() {
        assertThat(diagram(ORDER).nodes()).extracting(Node::state).containsExactlyInAnyOrder("Validate", "HasItems", "WaitForItems",
                "Fulfil", "Charge", "Receipt", "PackAll", "Pick", "Pack", "Summarise", "Done", "Notify", "OrderFailed");
    }

    @Test void everyWayIsDrawnOnce() {
        assertThat(diagram(ORDER).edges().stream().map(Way::of)).containsExactlyInAnyOrder(
                new Way("", "Validate", Kind.START, ""),
                new Way("Validate", "HasItems", Kind.NEXT, ""),
                new Way("Validate", "Notify", Kind.CATCH, "States.ALL"),
                new Way("HasItems", "Fulfil", Kind.RULE, "$.items > 0"),
                new Way("HasItems", "WaitForItems", Kind.OTHERWISE, "otherwise"),
                new Way("WaitForItems", "Validate", Kind.NEXT, ""),
                new Way("Fulfil", "Summarise", Kind.NEXT, ""),
                new Way("Fulfil", "Notify", Kind.CATCH, "States.ALL"),
                new Way("Charge", "Receipt", Kind.NEXT, ""),
                new Way("Pick", "Pack", Kind.NEXT, ""),
                new Way("Summarise", "Done", Kind.NEXT, ""),
                new Way("Notify", "OrderFailed", Kind.NEXT, ""));
    }

    @Test void rulesWithOneTargetAreOneWay() {
        var diagram = diagram(machine("""
                {"StartAt": "A", "States": {"B": {"Type": "Succeed"}, "A": {"Type": "Choice", "Choices": [
                  {"Variable": "$.a", "StringEquals": "x", "Next": "B"}, {"Variable": "$.b", "BooleanEquals": true, "Next": "B"}]}}}"""));

        assertThat(diagram.edges().stream().map(Way::of)).containsExactlyInAnyOrder(new Way("", "A", Kind.START, ""),
                new Way("A", "B", Kind.RULE, "$.a = \"x\", $.b = true"));
    }

    @Test void leavesDoNotOverlap() {
        var leaves = diagram(ORDER).nodes().stream().filter(node -> !node.container()).toList();

        for (var one : leaves) {
            for (var other : leaves) assertThat(one == other || areApart(one, other)).as(one.state() + " and " + other.state()).isTrue();
        }
    }

    @Test void containersHoldWhatIsInside() {
        var diagram = diagram(ORDER);

        for (var node : diagram.nodes()) {
            for (var inner : diagram.nodes().stream().filter(inner -> inner.parent().equals(node.state())).toList())
                assertThat(holds(node, inner)).as(node.state() + " holds " + inner.state()).isTrue();
        }
    }

    @Test void linesBeginAndEndAtTheirStates() {
        var diagram = diagram(ORDER);

        for (var edge : diagram.edges()) {
            assertThat(touches(node(diagram, edge.to()), edge.route().getLast())).as(edge.toString()).isTrue();
            if (!edge.from().isEmpty()) assertThat(touches(node(diagram, edge.from()), edge.route().getFirst())).as(edge.toString()).isTrue();
        }
    }

    @Test void linesAreUprightOrLevel() {
        for (var edge : diagram(ORDER).edges()) {
            for (int i = 1; i < edge.route().size(); i++) {
                Point before = edge.route().get(i - 1);
                Point after = edge.route().get(i);
                assertThat(before.x() == after.x() || before.y() == after.y()).as(edge.toString()).isTrue();
            }
        }
    }

    @Test void aStateStandsAboveThoseItLeadsToHoweverTheTextIsOrdered() {
        var diagram = diagram(machine("""
                {"StartAt": "First", "States": {"Last": {"Type": "Succeed"}, "Second": {"Type": "Pass", "Next": "Last"},
                 "First": {"Type": "Pass", "Next": "Second"}}}"""));

        assertThat(List.of(node(diagram, "First"), node(diagram, "Second"), node(diagram, "Last")))
                .extracting(node -> node.at().y()).isSorted();
    }

    @Test void errorsOfManyStatesArriveTogether() {
        var diagram = diagram(machine("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "Next": "B",
                    "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "C"}, {"ErrorEquals": ["Refused"], "Next": "C"}]},
                  "B": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "End": true,
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}]},
                  "C": {"Type": "Fail"}}}"""));
        var caught = diagram.edges().stream().filter(edge -> edge.kind() == Kind.CATCH).toList();

        assertThat(caught).extracting(edge -> edge.label().orElseThrow().text()).containsExactly("States.Timeout, Refused", "States.ALL");
        assertThat(caught.getFirst().route().getLast()).isEqualTo(caught.getLast().route().getLast());
    }

    @Test void aStateMayLeadToItself() {
        var diagram = diagram(machine("""
                {"StartAt": "A", "States": {"A": {"Type": "Choice", "Default": "A", "Choices": [
                  {"Variable": "$.done", "BooleanEquals": true, "Next": "B"}]}, "B": {"Type": "Succeed"}}}"""));

        assertThat(diagram.edges()).anyMatch(edge -> edge.from().equals("A") && edge.to().equals("A"));
    }

    @Test void theSameMachineIsTheSameDiagram() {
        assertThat(diagram(ORDER)).isEqualTo(diagram(ORDER));
    }

    @Test void aLongNameIsShortenedInTheMiddle() {
        var name = "CheckTheBalanceOfTheAccountOfTheCustomer";
        var diagram = diagram(machine("{\"StartAt\": \"%1$s\", \"States\": {\"%1$s\": {\"Type\": \"Succeed\"}}}".formatted(name)));

        assertThat(diagram.nodes().getFirst().label()).isEqualTo("CheckTheBalanc…OfTheCustomer");
    }

    @Test void aMachineOfTwoHundredStatesIsDrawnAndOneOfFourHundredIsNot() {
        assertThat(Layout.of(chain(200), ENGLISH)).isPresent();
        assertThat(Layout.of(chain(400), ENGLISH)).isEqualTo(Optional.empty());
    }

    private static Node node(Diagram diagram, String state) {
        return diagram.nodes().stream().filter(node -> node.state().equals(state)).findFirst().orElseThrow();
    }

    private static boolean areApart(Node one, Node other) {
        return right(one) <= other.at().x() || right(other) <= one.at().x() || bottom(one) <= other.at().y() || bottom(other) <= one.at().y();
    }

    private static boolean holds(Node outer, Node inner) {
        return inner.at().x() > outer.at().x() && right(inner) < right(outer) && inner.at().y() > outer.at().y() && bottom(inner) < bottom(outer);
    }

    private static boolean touches(Node node, Point point) {
        boolean level = point.x() >= node.at().x() && point.x() <= right(node);
        boolean beside = point.y() >= node.at().y() && point.y() <= bottom(node);
        return level && (point.y() == node.at().y() || point.y() == bottom(node)) || beside && point.x() == right(node);
    }

    private static int right(Node node) {
        return node.at().x() + node.width();
    }

    private static int bottom(Node node) {
        return node.at().y() + node.height();
    }
}
