package passo.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roastedroot.quickjs4j.core.JavyPluginModule;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;

/// JavaScript.
final class QuickJs implements Engine {

    private static final WasmModule MODULE = JavyPluginModule.load();
    private static final int PAGE = 1 << 16;
    private static final int MOST_PAGES = (32 << 20) / PAGE;
    /// Where the engine's stack begins. It ends at 0.
    private static final int STACK = 1 << 20;
    /// What QuickJS believes to have of it.
    private static final int STACK_SIZE = 256 << 10;
    /// What is left of it where recursion ends: for what QuickJS does without asking how deep it is.
    private static final int RESERVE = 128 << 10;
    private static final int NO_SUCH_FILE = 8;
    private static final Pattern ERROR = Pattern.compile("`Err` value: Error: (.*)");

    /// Where the state of an engine that has evaluated `node.js` is kept, made when it is first needed, and by a thread of its own:
    /// whoever needs it first may be interrupted.
    private static final class Ready {
        private static final Image IMAGE = CompletableFuture.supplyAsync(QuickJs::image,
                work -> Thread.ofPlatform().name("engine").stackSize(Ticks.STACK).start(work)).join();
    }

    /// The state of an engine.
    ///
    /// @param begin the compiled code that begins a call
    /// @param tick the compiled code that goes on with one
    private record Image(byte[] memory, long[] globals, Piece begin, Piece tick) {}

    /// Compiled code, in the engine's memory.
    private record Piece(int address, int length) {}

    private final Host host;
    private final Instance instance;
    private final StringBuilder complaint = new StringBuilder();

    private QuickJs(Host host, int pages) {
        this.host = host;
        instance = Instance.builder(MODULE)
                .withMachineFactory(JavyPluginModule::create)
                .withMemoryFactory(_ -> new ByteArrayMemory(new MemoryLimits(pages, MOST_PAGES)))
                .withImportValues(imports())
                .build();
    }

    /// An engine that knows `node.js` and nothing else.
    static QuickJs fresh(Host host) {
        Image image = Ready.IMAGE;
        var engine = new QuickJs(host, image.memory.length / PAGE);
        engine.instance.memory().write(0, image.memory);
        for (int i = 0; i < image.globals.length; i++) engine.instance.global(i).setValue(image.globals[i]);
        return engine;
    }

    private static Image image() {
        var engine = new QuickJs(Host.NOBODY, MODULE.memorySection().orElseThrow().getMemory(0).limits().initialPages());
        engine.call("initialize_runtime");
        engine.evaluate(engine.prepared("{ const sdk = (host, bytes) => {\n" + Code.resource("sdk.js") + "};\n" + Code.resource("node.js") + "}"));
        Piece begin = engine.prepared("__passo.begin()");
        Piece tick = engine.prepared("__passo.tick()");
        engine.limitStack();
        var globals = IntStream.range(0, engine.instance.globalCount()).mapToLong(i -> engine.instance.global(i).getValue()).toArray();
        var memory = engine.instance.memory();
        return new Image(memory.readBytes(0, memory.pages() * PAGE), globals, begin, tick);
    }

    /// Makes deep recursion a `RangeError`, which code can catch. Where QuickJS was compiled for WASI it knows no limit of its stack, which
    /// then reaches address 0 and breaks. The limit stands behind the stack's size and its top.
    private void limitStack() {
        var memory = instance.memory();
        int size = IntStream.iterate(0, at -> at < memory.pages() * PAGE - 8, at -> at + 4)
                .filter(at -> memory.readInt(at) == STACK_SIZE && memory.readInt(at + 8) == 0
                        && memory.readInt(at + 4) < STACK && memory.readInt(at + 4) > STACK - PAGE).findFirst().orElseThrow();
        memory.writeI32(size + 8, RESERVE);
    }

    @Override
    public void begin() {
        evaluate(Ready.IMAGE.begin);
    }

    @Override
    public void tick() {
        evaluate(Ready.IMAGE.tick);
    }

    @Override
    public boolean isFull() {
        return instance.memory().pages() == MOST_PAGES;
    }

    @Override
    public String complaint() {
        Matcher error = ERROR.matcher(complaint);
        return error.find() ? error.group(1) : "";
    }

    private Piece prepared(String source) {
        int result = (int) call("compileSrc", write(source), source.getBytes(UTF_8).length);
        return new Piece(instance.memory().readInt(result), instance.memory().readInt(result + 4));
    }

    private void evaluate(Piece code) {
        call("eval", code.address, code.length, 0, 0);
    }

    private long call(String export, long... arguments) {
        long[] results = instance.export(export).apply(arguments);
        return results == null || results.length == 0 ? 0 : results[0];
    }

    private int write(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int address = (int) call("cabi_realloc", 0, 0, 1, bytes.length);
        instance.memory().write(address, bytes);
        return address;
    }

    private String text(long address, long length) {
        return instance.memory().readString((int) address, (int) length);
    }

    private ImportValues imports() {
        var imports = ImportValues.builder();
        for (int i = 0; i < MODULE.importSection().importCount(); i++) {
            var function = (FunctionImport) MODULE.importSection().getImport(i);
            FunctionType type = MODULE.typeSection().getType(function.typeIndex());
            imports.addFunction(new HostFunction(function.module(), function.name(), type,
                    (_, arguments) -> type.returns().isEmpty() ? null : new long[] {answer(function.name(), arguments)}));
        }
        return imports.build();
    }

    /// What the engine imports: our own `invoke`, and of the system interface only time and somewhere to complain.
    private long answer(String function, long[] arguments) {
        var memory = instance.memory();
        switch (function) {
            case "invoke" -> {
                String answer = host.answer(text(arguments[2], arguments[3]), text(arguments[4], arguments[5]));
                int address = write(answer);
                int wide = (int) call("cabi_realloc", 0, 0, 4, 8);
                memory.writeI32(wide, address);
                memory.writeI32(wide + 4, answer.getBytes(UTF_8).length);
                return wide;
            }
            case "clock_time_get" -> memory.writeLong((int) arguments[2], host.now() * 1_000_000);
            case "random_get" -> memory.write((int) arguments[0], new byte[(int) arguments[1]]);
            case "environ_sizes_get" -> {
                memory.writeI32((int) arguments[0], 0);
                memory.writeI32((int) arguments[1], 0);
            }
            case "environ_get" -> { }
            case "fd_write" -> memory.writeI32((int) arguments[3], complain((int) arguments[1], (int) arguments[2]));
            default -> {
                return NO_SUCH_FILE;
            }
        }
        return 0;
    }

    private int complain(int parts, int count) {
        int written = 0;
        for (int part = parts; part < parts + 8 * count; part += 8) {
            int length = instance.memory().readInt(part + 4);
            if (complaint.length() < PAGE) complaint.append(text(instance.memory().readInt(part), length));
            written += length;
        }
        return written;
    }
}
