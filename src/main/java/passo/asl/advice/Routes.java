package passo.asl.advice;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passo.asl.Catcher;
import passo.asl.ChoiceRule;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.asl.text.Node;

/// Looks at where the transitions of a machine lead.
record Routes(Findings findings, StateMachine machine, Node node) {

    /// The jobs that a state can wait for with `.sync`. AWS, "Run a job".
    private static final Set<String> JOBS = Set.of("glue:startJobRun", "athena:startQueryExecution", "ecs:runTask", "batch:submitJob",
            "codebuild:startBuild", "codebuild:startBuildBatch", "states:startExecution", "databrew:startJobRun", "mediaconvert:createJob",
            "elasticmapreduce:createCluster", "elasticmapreduce:addStep", "emr-serverless:startJobRun", "emr-containers:startJobRun",
            "sagemaker:createTrainingJob", "sagemaker:createTransformJob", "sagemaker:createHyperParameterTuningJob",
            "sagemaker:createLabelingJob", "sagemaker:createProcessingJob", "bedrock:createModelCustomizationJob");
    private static final Map<String, String> OPTIMIZED_NAMES = Map.of("sfn", "states", "emr", "elasticmapreduce");

    /// Larger machines are not written by hand.
    private static final int MOST_STATES = 200;

    /// @param isWhole is it the whole machine, whose end is the execution's?
    void look(boolean isWhole) {
        if (machine.states().size() > MOST_STATES) return;
        for (State state : machine.states().values()) {
            if (isWhole && state instanceof State.Recoverable recoverable) swallowed(recoverable);
            if (state instanceof State.Task task) polling(task);
        }
    }

    /// A failure that is caught, and of which nothing is told before the execution succeeds.
    private void swallowed(State.Recoverable state) {
        List<Catcher> catchers = state.catchers();
        for (int i = 0; i < catchers.size(); i++) {
            Catcher catcher = catchers.get(i);
            if (catcher.errorEquals().stream().anyMatch(Routes::isOfAnyKind) && reached(catcher.next()).stream().map(machine::state).allMatch(Routes::isQuiet)) {
                Node next = node.get("States").flatMap(states -> states.get(state.name())).flatMap(place -> place.get("Catch")).orElseThrow().items().get(i)
                        .get("Next").orElseThrow();
                findings.add(Matter.FAILURE_SWALLOWED, next, state.name(), catcher.next());
            }
        }
    }

    /// An error that a service names is expected, and may be no failure at all.
    private static boolean isOfAnyKind(String error) {
        return error.startsWith("States.") || !error.contains(".");
    }

    private static boolean isQuiet(State state) {
        return switch (state) {
            case State.Pass _, State.Wait _, State.Succeed _ -> true;
            case State.Task _, State.Choice _, State.Fail _, State.Parallel _, State.Map _ -> false;
        };
    }

    /// A job is started, and asked again and again whether it is done.
    private void polling(State.Task start) {
        if (!(start.resource() instanceof Resource.Service service) || service.pattern() != Resource.Pattern.REQUEST_RESPONSE) return;
        String job = service(service) + ":" + service.action();
        if (!JOBS.contains(job)) return;
        Set<String> after = reached(start.name());
        after.stream().map(machine::state).filter(asking -> asks(asking, service) && inLoopWithWait(asking.name()) && !reached(asking.name()).contains(start.name()))
                .findFirst().ifPresent(asking -> findings.add(Matter.POLLING, resource(start.name()), start.name(), asking.name(), "arn:aws:states:::" + job + ".sync"));
    }

    private static boolean asks(State state, Resource.Service job) {
        return state instanceof State.Task(_, Resource.Service asked, _, _, _, _, _, _) && service(asked).equals(service(job)) && !asked.action().equals(job.action());
    }

    private boolean inLoopWithWait(String name) {
        Set<String> after = reached(name);
        return after.stream().anyMatch(other -> machine.state(other) instanceof State.Wait && reached(other).contains(name));
    }

    private Node resource(String state) {
        return node.get("States").flatMap(states -> states.get(state)).flatMap(place -> place.get("Resource")).orElseThrow();
    }

    private static String service(Resource.Service service) {
        return OPTIMIZED_NAMES.getOrDefault(service.service(), service.service());
    }

    /// The states that one leads to, itself among them.
    private Set<String> reached(String from) {
        var reached = new HashSet<String>();
        var waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (reached.add(name)) next(machine.state(name)).forEach(waiting::add);
        }
        return reached;
    }

    private static Stream<String> next(State state) {
        return switch (state) {
            case State.Pass pass -> target(pass.next()).stream();
            case State.Wait wait -> target(wait.next()).stream();
            case State.Recoverable recoverable -> Stream.concat(target(recoverable.next()).stream(), recoverable.catchers().stream().map(Catcher::next));
            case State.Choice choice -> Stream.concat(choice.choices().stream().map(ChoiceRule::next), choice.otherwise().stream());
            case State.Succeed _, State.Fail _ -> Stream.empty();
        };
    }

    private static Optional<String> target(State.Next next) {
        return switch (next) {
            case State.Next.To(var name) -> Optional.of(name);
            case State.Next.End() -> Optional.empty();
        };
    }
}
