package passo.diagram;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static passo.diagram.Machines.ENGLISH;
import static passo.diagram.Machines.ORDER;
import static passo.diagram.Machines.chain;
import static passo.diagram.Machines.diagram;
import static passo.diagram.Machines.machine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passo.asl.StateMachine;
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
        var leaves = diagram(ORDER).nodes().stream().filter(node -> node.extent() != Node.Extent.OPEN).toList();

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

        assertThat(diagram.nodes().getFirst().label()).isEqualTo("CheckTheBalanceOfT…ountOfTheCustomer");
    }

    @Test void aMachineOfAThousandStatesIsDrawnAndOneOfTwoThousandIsNot() {
        assertThat(Layout.of(chain(1_000), ENGLISH, Set.of(), Duration.ofMinutes(1)).isPresent()).isTrue();
        assertThat(Layout.of(chain(2_000), ENGLISH, Set.of(), Duration.ofMinutes(1)).isPresent()).isFalse();
    }

    @Test void aLayoutThatTakesTooLongIsGivenUp() {
        assertThat(Layout.of(chain(1_000), ENGLISH, Set.of(), Duration.ZERO)).isEmpty();
    }

    @Test void linesPassByTheStatesThatTheyDoNotLeadTo() {
        for (var machine : List.of(ORDER, handled(7), handled(40), manyWays(9))) {
            var diagram = diagram(machine);
            for (var edge : diagram.edges()) {
                for (var node : diagram.nodes()) {
                    boolean other = node.extent() != Node.Extent.OPEN && !node.state().equals(edge.from()) && !node.state().equals(edge.to());
                    assertThat(other && Route.crosses(edge.route(), node.at(), new Point(right(node), bottom(node))))
                            .as("%s to %s crosses %s", edge.from(), edge.to(), node.state()).isFalse();
                }
            }
        }
    }

    @Test void anEdgeOverMoreThanEightLayersIsCutAndArrivesAsASign() {
        var diagram = diagram(handled(12));

        assertThat(diagram.edges().stream().filter(Edge::cut)).extracting(Edge::from).containsExactly("S1", "S2", "S3", "S4");
        assertThat(diagram.edges().stream().filter(edge -> edge.kind() == Kind.CATCH && !edge.cut())).extracting(Edge::from)
                .containsExactly("S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12");
        assertThat(diagram.arrivals()).extracting(Diagram.Arrival::to, Diagram.Arrival::from).containsExactly(tuple("Handle", "4 states"));
        assertThat(diagram.arrivals().getFirst().edges()).containsExactlyElementsOf(
                diagram.edges().stream().filter(Edge::cut).map(Edge::id).toList());
    }

    @Test void signsStandClearOfTheStates() {
        var diagram = diagram(handled(40));

        for (var node : diagram.nodes()) {
            for (var arrival : diagram.arrivals()) assertThat(isClear(node, arrival.at(), arrival.width())).as(arrival.toString()).isTrue();
            for (var edge : diagram.edges()) {
                if (edge.cut()) assertThat(isClear(node, edge.label().orElseThrow().at(), edge.label().orElseThrow().width())).as(edge.toString()).isTrue();
            }
        }
    }

    @Test void signsStandInsideWhateverTheStatesStandIn() {
        var bare = signed(0);
        assertThat(bare.arrivals()).isNotEmpty().allMatch(arrival -> arrival.at().x() > 0);
        assertThat(bare.edges()).allMatch(edge -> !edge.cut() || edge.label().orElseThrow().at().x() + edge.label().orElseThrow().width() < bare.width());

        var nested = signed(1);
        var lane = nested.lanes().getFirst();
        assertThat(nested.arrivals()).isNotEmpty().allMatch(arrival -> arrival.at().x() > lane.at().x());
        assertThat(nested.edges()).allMatch(edge -> !edge.cut() || edge.label().orElseThrow().at().x() + edge.label().orElseThrow().width() < lane.at().x() + lane.width());
    }

    /// A chain whose first state may lead to its last at once, in so many Parallel states.
    private static Diagram signed(int around) {
        String chain = IntStream.range(1, 12).mapToObj(i -> "\"S%d\": {\"Type\": \"Pass\", %s}"
                .formatted(i, i == 11 ? "\"End\": true" : "\"Next\": \"S%d\"".formatted(i + 1))).collect(joining(", "));
        String text = """
                {"StartAt": "S0", "States": {"S0": {"Type": "Choice", "Default": "S1",
                  "Choices": [{"Variable": "$.orderIsAlreadyPaid", "BooleanEquals": true, "Next": "S11"}]}, %s}}""".formatted(chain);
        for (int i = 0; i < around; i++) text = "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Parallel\", \"End\": true, \"Branches\": [%s]}}}".formatted(text);
        return diagram(machine(text));
    }

    @Test void aFoldedContainerIsANodeThatStandsForWhatIsInside() {
        var diagram = Layout.of(ORDER, ENGLISH, Set.of("Fulfil")).orElseThrow();

        assertThat(diagram.nodes()).extracting(Node::state).containsExactlyInAnyOrder("Validate", "HasItems", "WaitForItems", "Fulfil",
                "Summarise", "Done", "Notify", "OrderFailed");
        assertThat(node(diagram, "Fulfil")).extracting(Node::extent, Node::detail)
                .containsExactly(Node.Extent.FOLDED, "Parallel · 2 branches · 5 states");
        assertThat(diagram.hidden()).isEqualTo(Map.of("Charge", "Fulfil", "Receipt", "Fulfil", "PackAll", "Fulfil", "Pick", "Fulfil", "Pack", "Fulfil"));
        assertThat(diagram.edges().stream().map(Way::of)).contains(new Way("Fulfil", "Notify", Kind.CATCH, "States.ALL"));
    }

    @Test void containersOfAMachineOfMoreThanThreeHundredStatesAreFoldedAtFirst() {
        assertThat(Folding.atFirst(ORDER)).isEmpty();
        assertThat(Folding.atFirst(mapOver(299))).isEmpty();
        assertThat(Folding.atFirst(mapOver(300))).containsExactly("Items");
    }

    /// A chain of so many tasks whose errors are all caught by one state.
    private static StateMachine handled(int tasks) {
        var text = new StringBuilder("{\"StartAt\": \"S1\", \"States\": {\"Handle\": {\"Type\": \"Fail\"}");
        for (int i = 1; i <= tasks; i++) text.append("""
                , "S%d": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", %s,
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Handle"}]}""".formatted(i, i == tasks ? "\"End\": true" : "\"Next\": \"S%d\"".formatted(i + 1)));
        return machine(text.append("}}").toString());
    }

    /// A Choice that leads to so many states, each of which leads on to the next and back to the Choice.
    private static StateMachine manyWays(int states) {
        var rules = IntStream.range(0, states).mapToObj(i -> "{\"Variable\": \"$.n\", \"NumericEquals\": %d, \"Next\": \"S%d\"}".formatted(i, i)).toList();
        var tasks = IntStream.range(0, states).mapToObj(i -> """
                "S%d": {"Type": "Choice", "Choices": [{"Variable": "$.again", "BooleanEquals": true, "Next": "Which"}], "Default": "%s"}"""
                .formatted(i, i == states - 1 ? "Done" : "S" + (i + 1))).toList();
        return machine("{\"StartAt\": \"Which\", \"States\": {\"Which\": {\"Type\": \"Choice\", \"Choices\": %s}, %s, \"Done\": {\"Type\": \"Succeed\"}}}"
                .formatted(rules, String.join(", ", tasks)));
    }

    private static StateMachine mapOver(int states) {
        var inside = IntStream.range(0, states).mapToObj(i -> "\"S%d\": {\"Type\": \"Pass\", %s}"
                .formatted(i, i == states - 1 ? "\"End\": true" : "\"Next\": \"S%d\"".formatted(i + 1))).toList();
        return machine("""
                {"StartAt": "Items", "States": {"Items": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "S0", "States": {%s}}}}}"""
                .formatted(String.join(", ", inside)));
    }

    private static boolean isClear(Node node, Point at, int width) {
        return right(node) <= at.x() || at.x() + width <= node.at().x() || bottom(node) <= at.y() || at.y() + 19 <= node.at().y();
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
