package passo.bench.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What the server takes of the machine, seen from outside: where that cannot be told, nothing is.
///
/// @param server its process, on the same machine
record Memory(ProcessHandle server) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");
    /// Of the heap, or of each of its parts.
    private static final Pattern USED = Pattern.compile("(?m)^(?!\\s*(?:Metaspace|class)).*\\bused (\\d+)K");

    Duration onCores() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// The memory that the process has, in MB.
    OptionalLong resident() {
        try {
            return sum(RESIDENT, Files.readString(Path.of("/proc/" + server.pid() + "/status")));
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    /// What is left of the heap once it is swept, in MB. The sweep stops the server for a moment.
    OptionalLong heap() throws InterruptedException {
        jcmd("GC.run");
        return sum(USED, jcmd("GC.heap_info"));
    }

    private String jcmd(String command) throws InterruptedException {
        try {
            var jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(server.pid()), command)
                    .redirectErrorStream(true).start();
            String said = new String(jcmd.getInputStream().readAllBytes());
            jcmd.waitFor();
            return said;
        } catch (IOException unknown) {
            return "";
        }
    }

    private static OptionalLong sum(Pattern pattern, String text) {
        return pattern.matcher(text).results().mapToLong(found -> Long.parseLong(found.group(1)) >> 10).reduce(Long::sum);
    }
}
