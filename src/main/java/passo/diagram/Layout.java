package passo.diagram;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import passo.asl.Definition;
import passo.asl.StateMachine;

/// Finds every state its place. Pure: the same machine in the same words is the same diagram.
public final class Layout {

    private static final int MOST_STATES = 1_500;
    private static final int MOST_LINKS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /// A layout that is given up runs on until ELK asks whether it is still wanted. There are few threads for it, so that such
    /// ones cannot take the machine from the others.
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
            task -> Thread.ofPlatform().name("layout").daemon().unstarted(task));

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new CoreOptions(), new LayeredMetaDataProvider());
        // The first layout of a process loads ELK, which takes half a second and on a busy machine many: not at the expense of
        // the first machine's three.
        draw(small(), (key, _) -> key, Set.of());
    }

    private Layout() {}

    /// Makes the first layout be a fast one. To be called at the start on a thread of its own; without it the first diagram waits.
    public static void warmUp() {
        of(small(), (key, _) -> key);
    }

    private static StateMachine small() {
        return Definition.parse("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}], "Default": "C"},
                  "B": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "D", "States": {"D": {"Type": "Pass", "End": true}}}]},
                  "C": {"Type": "Wait", "Seconds": 1, "Next": "A"}}}""", Definition.Type.STANDARD).machine().orElseThrow();
    }

    /// The diagram; empty where the machine is too large to be drawn, or takes too long.
    public static Optional<Diagram> of(StateMachine machine, Words words) {
        return of(machine, words, Folding.atFirst(machine));
    }

    /// @param folded the containers that are drawn without what is inside
    public static Optional<Diagram> of(StateMachine machine, Words words, Set<String> folded) {
        return of(machine, words, folded, PATIENCE);
    }

    static Optional<Diagram> of(StateMachine machine, Words words, Set<String> folded, Duration patience) {
        if (Folding.drawn(machine, folded) > MOST_STATES) return Optional.empty();
        var layout = THREADS.submit(() -> draw(machine, words, folded));
        try {
            return layout.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            layout.cancel(true);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            layout.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("No layout of " + machine.states().keySet(), broken.getCause());
        }
    }

    private static Optional<Diagram> draw(StateMachine machine, Words words, Set<String> folded) {
        var graph = new Graph(machine, words, folded);
        if (graph.ways.size() > MOST_LINKS) return Optional.empty();
        new RecursiveGraphLayoutEngine().layout(graph.root, new UntilInterrupted());
        return Optional.of(new Placement(graph).diagram());
    }

    /// ELK asks its monitor between two steps of the algorithm whether it is still wanted.
    private static final class UntilInterrupted extends BasicProgressMonitor {
        @Override
        public boolean isCanceled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
