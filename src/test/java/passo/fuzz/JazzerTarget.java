package passo.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// What Jazzer calls. Of its bytes the first tells what the others are: even, the text itself; odd, the choices by which a text
/// is made.
public final class JazzerTarget {

    private static final int FIRST_TEXTS = 200;

    private static Target target;

    private JazzerTarget() {}

    /// Takes the name of a target and the folder of its texts, in which it puts the first ones.
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        target = Target.valueOf(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (int seed = 0; seed < FIRST_TEXTS; seed++) {
            Files.write(folder.resolve("first-" + seed), ("\0" + target.make(new SplittableRandom(seed))).getBytes(StandardCharsets.UTF_8));
        }
    }

    public static void fuzzerTestOneInput(byte[] data) {
        boolean isText = data.length == 0 || data[0] % 2 == 0;
        target.check(isText ? new String(data, Math.min(1, data.length), Math.max(0, data.length - 1), StandardCharsets.UTF_8)
                : target.make(new Choices(data, 1)));
    }
}
