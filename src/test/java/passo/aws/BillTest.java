package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.aws.billing.Bill;

class BillTest {

    static final String TWO = """
            {StartAt: A, States: {A: {Type: Pass, Next: B},
             B: {Type: Task, Resource: 'arn:aws:lambda:us-east-1:111122223333:function:F', End: true, Retry: [{ErrorEquals: [Busy]}]}}}""";
    static final Trial RUN = Trial.run(TWO, "{}", "{lambda: {F: {replies: [{throw: {error: Busy}}, {return: 1}]}}}");

    static List<String> lines(Bill bill) {
        return bill.lines().stream().map(line -> line.item() + " " + line.quantity().stripTrailingZeros().toPlainString() + " = "
                + line.amount().stripTrailingZeros().toPlainString()).toList();
    }

    @Test void aStandardRunCostsItsTransitionsWithItsRetries() {
        assertThat(lines(Bill.of(RUN.trace()))).containsExactly("TRANSITIONS 3 = 0.000075");
    }

    @Test void someTransitionsAreFreeEachMonth() {
        assertThat(lines(Bill.ofMonth(RUN.trace(), Definition.Type.STANDARD, 10_000))).containsExactly("FREE_TRANSITIONS 4000 = 0", "TRANSITIONS 26000 = 0.65");
        assertThat(Bill.ofMonth(RUN.trace(), Definition.Type.STANDARD, 1_000).total()).isZero();
    }

    @Test void anExpressRunCostsARequestAndItsMemoryOverTime() {
        // 1.24 s are 1.3 s; 64 MB are a sixteenth of a gigabyte.
        assertThat(lines(Bill.ofMonth(RUN.trace(), Definition.Type.EXPRESS, 1_000_000)))
                .containsExactly("REQUESTS 1000000 = 1", "GIGABYTE_SECONDS 81250 = 1.3544375");
    }

    @Test void moreMemoryOverTimeIsCheaper() {
        assertThat(lines(Bill.ofMonth(RUN.trace(), Definition.Type.EXPRESS, 100_000_000))).containsExactly("REQUESTS 100000000 = 100",
                "GIGABYTE_SECONDS 3600000 = 60.012", "GIGABYTE_SECONDS 4525000 = 37.69325");
    }

    @Test void whatARunStartsIsChargedByItsOwnType() {
        var run = Trial.run("{StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::states:startExecution', End: true, "
                        + "Parameters: {StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child'}}}}", "{}",
                "{stateMachines: {child: {type: EXPRESS, definition: {StartAt: P, States: {P: {Type: Pass, End: true}}}}}}");

        assertThat(lines(Bill.of(run.trace()))).containsExactly("TRANSITIONS 1 = 0.000025", "REQUESTS 1 = 0.000001", "GIGABYTE_SECONDS 0.00625 = 0.0000001041875");
    }

    @Test void theExecutionsOfALargeMapRunAreCountedByThoseThatAreKept() {
        var run = Trial.run("{StartAt: M, States: {M: {Type: Map, End: true, ItemProcessor: {ProcessorConfig: {Mode: DISTRIBUTED, ExecutionType: EXPRESS}, "
                + "StartAt: P, States: {P: {Type: Pass, End: true}}}}}}", "[" + "1,".repeat(199) + "1]", "{}");

        assertThat(Bill.of(run.trace()).estimated()).isTrue();
        assertThat(lines(Bill.of(run.trace())).subList(0, 2)).containsExactly("TRANSITIONS 1 = 0.000025", "REQUESTS 200 = 0.0002");
    }
}
