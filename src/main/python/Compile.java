import java.io.IOException;
import java.nio.file.Path;
import run.endive.build.time.compiler.Config;
import run.endive.build.time.compiler.Generator;
import run.endive.compiler.InterpreterFallback;

/// Compiles a WebAssembly module to bytecode: the build's own program, run from its source.
final class Compile {

    private Compile() {}

    /// @param arguments the module, the name of its classes, and the folder to put them
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[2]);
        var generator = new Generator(Config.builder().withWasmFile(Path.of(arguments[0])).withName(arguments[1])
                .withTargetClassFolder(folder).withTargetSourceFolder(folder).withTargetWasmFolder(folder)
                .withInterpreterFallback(InterpreterFallback.FAIL).build());
        generator.generateMetaWasm(generator.generateResources());
    }
}
