package passo;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The plan of the house is a test, not a drawing: imports between packages point downwards only.
class FloorPlanTest {

    /// Which package may use which others of ours. A room belongs to the package around it, unless it has a line of its own here;
    /// who may use a package may use all its rooms.
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("json", Set.of()),
            entry("expression", Set.of("json")),
            entry("asl", Set.of("expression", "json")),
            entry("engine.semantics", Set.of("asl", "expression", "json")),
            entry("engine.items", Set.of("engine.semantics", "asl", "expression", "json")),
            entry("engine", Set.of("engine.items", "engine.semantics", "asl", "expression", "json")),
            entry("engine.teststate", Set.of("engine", "asl", "expression", "json")),
            entry("aws", Set.of("engine", "asl", "expression", "json")),
            entry("convert", Set.of("aws", "engine", "asl", "expression", "json")),
            entry("lab", Set.of("aws", "engine", "asl", "expression", "json")),
            entry("study", Set.of("lab", "json")),
            entry("diagram", Set.of("engine", "asl", "json")),
            entry("export", Set.of("aws", "lab", "diagram", "engine", "asl", "json")),
            entry("school", Set.of("lab", "study", "engine.items", "json")),
            entry("store", Set.of("school", "lab", "study", "json")),
            entry("web", Set.of("store", "school", "export", "diagram", "study", "lab", "convert", "aws", "engine", "asl", "expression", "json")),
            entry("", Set.of("web", "store", "lab", "study")));

    static final Path SOURCES = Path.of("src/main/java/passo");
    static final Pattern USE = Pattern.compile("\\bpasso\\.([a-z.]+)\\.[A-Z]");

    @Test void packagesUseLowerPackagesOnly() throws IOException {
        assertThat(trespasses()).isEmpty();
    }

    @Test void everyPackageSaysWhatItIsFor() throws IOException {
        try (var folders = Files.walk(SOURCES)) {
            assertThat(folders.filter(Files::isDirectory).filter(folder -> !folder.equals(SOURCES)))
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
        }
    }

    private static List<String> trespasses() throws IOException {
        var trespasses = new ArrayList<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var own = planned(SOURCES.relativize(file.getParent()).toString().replace('/', '.'));
                var code = Files.readString(file).replaceAll("(?m)^\\s*//.*$", "");
                USE.matcher(code).results()
                        .map(use -> planned(use.group(1)))
                        .filter(used -> !used.equals(own) && !used.equals("jte") && !mayUse(own, used))
                        .forEach(used -> trespasses.add(file + " uses " + used));
            }
        }
        return trespasses;
    }

    /// The line of the plan that a package stands under.
    private static String planned(String name) {
        return MAY_USE.containsKey(name) || !name.contains(".") ? name : planned(name.substring(0, name.lastIndexOf('.')));
    }

    private static boolean mayUse(String own, String used) {
        return MAY_USE.getOrDefault(own, Set.of()).stream().anyMatch(allowed -> used.equals(allowed) || used.startsWith(allowed + "."));
    }
}
