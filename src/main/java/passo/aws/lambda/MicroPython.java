package passo.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.TrapException;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;

/// Python, as far as MicroPython has it. Its module comes from npm when the project is built, where npm is there; elsewhere there
/// is no Python.
final class MicroPython implements Engine {

    /// C's `longjmp`, which MicroPython raises its exceptions with.
    private static final class LongJump extends RuntimeException {
        private LongJump() {
            super(null, null, false, false);
        }
    }

    private static final String COMPILED = "python/MicroPython.meta";
    private static final String MACHINE = "passo.aws.lambda.python.MicroPythonMachine";
    private static final int PAGE = 1 << 16;
    private static final int MOST_PAGES = (32 << 20) / PAGE;
    private static final int HEAP = 8 << 20;
    private static final int STACK = 1 << 15;
    private static final int NO_SUCH_FILE = -44;
    private static final int BAD_FILE = 8;
    /// How values are told from one side to the other: an exception, a text, an object.
    private static final int EXCEPTION = -1;
    private static final int TEXT = 5;
    private static final int OBJECT = 7;
    private static final int HOST = 2;

    /// The module, where it is there.
    private static final class Compiled {
        private static final WasmModule MODULE = module();
    }

    /// The state of an interpreter that has evaluated `lambda.py`, made when it is first needed, by a thread of its own.
    private static final class Ready {
        private static final Image IMAGE = CompletableFuture.supplyAsync(MicroPython::image,
                work -> Thread.ofPlatform().name("engine").stackSize(Ticks.STACK).start(work)).join();
    }

    /// @param memory without the zeroes at its end
    private record Image(int pages, byte[] memory, long[] globals) {}

    private final Host host;
    private final Instance instance;
    private final StringBuilder line = new StringBuilder();
    private String complaint = "";

    private MicroPython(Host host) {
        this.host = host;
        instance = Instance.builder(Compiled.MODULE)
                .withMachineFactory(MicroPython::machine)
                .withMemoryFactory(limits -> new ByteArrayMemory(new MemoryLimits(limits.initialPages(), MOST_PAGES)))
                .withImportValues(imports())
                .withStart(false)
                .build();
    }

    /// Was the module there when the project was built?
    static boolean isThere() {
        return MicroPython.class.getResource(COMPILED) != null;
    }

    /// An interpreter that knows `lambda.py` and nothing else.
    static MicroPython fresh(Host host) {
        Image image = Ready.IMAGE;
        var engine = new MicroPython(host);
        engine.instance.memory().grow(image.pages - engine.instance.memory().pages());
        engine.instance.memory().write(0, image.memory);
        for (int i = 0; i < image.globals.length; i++) engine.instance.global(i).setValue(image.globals[i]);
        return engine;
    }

    private static WasmModule module() {
        try (var compiled = MicroPython.class.getResourceAsStream(COMPILED)) {
            return Parser.parse(compiled);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The bytecode that the build made of the module: known by its name alone, for it may not be there.
    private static Machine machine(Instance instance) {
        try {
            return (Machine) Class.forName(MACHINE).getConstructor(Instance.class).newInstance(instance);
        } catch (ReflectiveOperationException notCompiled) {
            throw new IllegalStateException(notCompiled);
        }
    }

    private static Image image() {
        var engine = new MicroPython(Host.NOBODY);
        engine.call("emscripten_stack_init");
        engine.call("__wasm_call_ctors");
        engine.call("mp_js_init", STACK, HEAP);
        engine.call("proxy_c_init");
        engine.execute(Code.resource("python/lambda.py"));
        engine.execute(Code.resource("python/boto3.py"));
        var memory = engine.instance.memory();
        byte[] all = memory.readBytes(0, memory.pages() * PAGE);
        int end = all.length;
        while (all[end - 1] == 0) end--;
        long[] globals = IntStream.range(0, engine.instance.globalCount()).mapToLong(i -> engine.instance.global(i).getValue()).toArray();
        return new Image(memory.pages(), Arrays.copyOf(all, end), globals);
    }

    @Override
    public void begin() {
        execute("_begin()");
        if (!line.isEmpty()) printed("\n");
    }

    @Override
    public void tick() {
        throw new IllegalStateException("A call of Python code ends as it begins");
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public String complaint() {
        return complaint;
    }

    private void execute(String source) {
        byte[] bytes = source.getBytes(UTF_8);
        int answer = (int) call("malloc", 12);
        call("mp_js_do_exec", write(bytes), bytes.length, answer);
        if (instance.memory().readInt(answer) != EXCEPTION) return;
        complaint = text(instance.memory().readInt(answer + 8), instance.memory().readInt(answer + 4));
        throw new TrapException(complaint);
    }

    private long call(String export, long... arguments) {
        long[] results = instance.export(export).apply(arguments);
        return results == null || results.length == 0 ? 0 : results[0];
    }

    private int write(byte[] text) {
        int address = (int) call("malloc", text.length + 1);
        instance.memory().write(address, text);
        instance.memory().writeByte(address + text.length, (byte) 0);
        return address;
    }

    private String text(int address, int length) {
        return instance.memory().readString(address, length);
    }

    private ImportValues imports() {
        var imports = ImportValues.builder();
        for (int i = 0; i < Compiled.MODULE.importSection().importCount(); i++) {
            var function = (FunctionImport) Compiled.MODULE.importSection().getImport(i);
            FunctionType type = Compiled.MODULE.typeSection().getType(function.typeIndex());
            boolean silent = type.returns().isEmpty();
            imports.addFunction(new HostFunction(function.module(), function.name(), type, function.name().startsWith("invoke_")
                    ? (_, arguments) -> invoke(silent, arguments)
                    : (_, arguments) -> {
                        long answer = answer(function.name(), arguments);
                        return silent ? null : new long[] {answer};
                    }));
        }
        return imports.build();
    }

    /// Calls a function from which may be jumped.
    private long[] invoke(boolean silent, long[] arguments) {
        long stack = call("emscripten_stack_get_current");
        try {
            return instance.getMachine().call(instance.table(0).ref((int) arguments[0]), Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (LongJump jump) {
            call("_emscripten_stack_restore", stack);
            call("setThrew", 1, 0);
            return silent ? null : new long[] {0};
        }
    }

    /// What the interpreter imports. Of JavaScript, which it believes to be in, there is one object, `js.passo`, and `passo[text]`
    /// is a question to the host.
    private long answer(String function, long[] arguments) {
        var memory = instance.memory();
        switch (function) {
            case "_emscripten_throw_longjmp" -> throw new LongJump();
            case "mp_js_ticks_ms" -> {
                return (int) host.now();
            }
            case "mp_js_time_ms" -> {
                return Double.doubleToRawLongBits(host.now());
            }
            case "lookup_attr" -> {
                if (!memory.readCString((int) arguments[1]).equals("passo")) return 0;
                memory.writeI32((int) arguments[2], OBJECT);
                memory.writeI32((int) arguments[2] + 4, HOST);
                return 1;
            }
            case "js_subscr_load" -> ask((int) arguments[1], (int) arguments[2]);
            // The call seeds its chance itself.
            case "mp_js_random_u32", "proxy_js_free_obj" -> { }
            case "fd_write" -> memory.writeI32((int) arguments[3], print((int) arguments[1], (int) arguments[2]));
            case "emscripten_resize_heap" -> {
                int missing = Math.ceilDiv((int) arguments[0], PAGE) - memory.pages();
                return memory.pages() + missing <= MOST_PAGES && memory.grow(missing) >= 0 ? 1 : 0;
            }
            default -> {
                if (function.startsWith("fd_")) return BAD_FILE;
                if (function.startsWith("__syscall_")) return NO_SUCH_FILE;
                throw new TrapException("not available: " + function);
            }
        }
        return 0;
    }

    private void ask(int question, int answer) {
        var memory = instance.memory();
        String[] parts = text(memory.readInt(question + 8), memory.readInt(question + 4)).split("\n", 2);
        byte[] text = host.answer(parts[0], parts.length > 1 ? parts[1] : "").getBytes(UTF_8);
        memory.writeI32(answer, TEXT);
        memory.writeI32(answer + 4, text.length);
        memory.writeI32(answer + 8, write(text));
    }

    private int print(int parts, int count) {
        int written = 0;
        for (int part = parts; part < parts + 8 * count; part += 8) {
            int length = instance.memory().readInt(part + 4);
            printed(text(instance.memory().readInt(part), length));
            written += length;
        }
        return written;
    }

    private void printed(String text) {
        line.append(text);
        for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
            host.answer("log", line.substring(0, end));
            line.delete(0, end + 1);
        }
        if (line.length() > PAGE) line.setLength(PAGE);
    }
}
