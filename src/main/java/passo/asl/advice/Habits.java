package passo.asl.advice;

import java.util.regex.Pattern;
import passo.asl.Node;
import passo.asl.State;

/// Looks at a state by itself.
record Habits(Findings findings, Node node) {

    /// A kind, perhaps with the number that an editor puts behind it.
    private static final Pattern KIND = Pattern.compile("(?i)(Task|Wait|Pass|Succeed|Fail|Choice|Parallel|Map)( ?state)?[ _-]?\\(?\\d*\\)?");

    void look(State state) {
        if (KIND.matcher(state.name()).matches()) findings.add(Matter.KIND_AS_NAME, node, state.name());
        if (state instanceof State.Choice choice && choice.otherwise().isEmpty() && !Conditions.coverAll(choice.choices())) {
            findings.add(Matter.CHOICE_WITHOUT_DEFAULT, node, state.name());
        }
    }
}
