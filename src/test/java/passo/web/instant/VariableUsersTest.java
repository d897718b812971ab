package passo.web.instant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariableUsersTest {

    private static final VariableUsers USERS = new VariableUsers("""
            StartAt: A
            States:
              A: {Type: Pass, Assign: {total: 1, order: '{% $states.input %}'}, Next: P}
              P:
                Type: Parallel
                Branches: [{StartAt: B, States: {B: {Type: Pass, Output: '{% $total + $order.total %}', End: true}}}]
                Next: C
              C: {Type: Pass, Parameters: {path.$: $order.total, context.$: $$.total}, Next: D}
              D: {Type: Pass, Output: '{% $totals %}', End: true}
            """);

    @Test void whoeverNamesAVariableUsesIt() {
        assertThat(USERS.of("total")).containsExactly("B");
        assertThat(USERS.of("order")).containsExactly("B", "C");
    }

    @Test void anotherNameThatBeginsAlikeIsAnother() {
        assertThat(USERS.of("totals")).containsExactly("D");
    }

    @Test void aDefinitionThatCannotBeReadNamesNobody() {
        assertThat(new VariableUsers("{oops").of("total")).isEmpty();
    }
}
