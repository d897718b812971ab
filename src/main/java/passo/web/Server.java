package passo.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson3;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import passo.aws.lambda.Code;
import passo.diagram.Layout;
import passo.store.Database;

/// The running web server: Javalin, set up once. What it answers stands in [Routes].
public final class Server {

    private static final int LARGEST_REQUEST = 8 << 20;
    /// In htmx's own package; the version is the one in the build.
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10";

    private final Javalin javalin;

    private Server(Javalin javalin) {
        this.javalin = javalin;
    }

    /// @throws io.javalin.util.JavalinBindException when the port is taken
    public static Server start(Settings settings, Database database, Library library) {
        return start(settings, database, library, Messages::in);
    }

    /// With other texts than those of the message files, as a test may want.
    static Server start(Settings settings, Database database, Library library, Function<Language, Messages> messages) {
        Thread.ofPlatform().name("warm-up").daemon().start(() -> {
            Layout.warmUp();
            Code.warmUp();
        });
        var pages = new Pages(settings.development(), messages);
        var javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.http.maxRequestSize = LARGEST_REQUEST;
            config.router.javaLangErrorHandler(Errors::collapse);
            config.contextResolver.ip = ctx -> Origin.address(ctx, settings.proxies());
            config.jsonMapper(new JavalinJackson3());
            serveFiles(config, settings.development());
            Routes.add(config.routes, settings, database, library, pages);
        });
        return new Server(javalin.start(settings.port()));
    }

    public int port() {
        return javalin.port();
    }

    public void stop() {
        javalin.stop();
    }

    /// Every address that it answers, but for files.
    List<Endpoint> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream().map(parsed -> parsed.endpoint).filter(endpoint -> endpoint.method.isHttpMethod()).toList();
    }

    /// In development a file is looked for in the working folder first, so that a change is seen by a reload.
    private static void serveFiles(JavalinConfig config, boolean development) {
        if (development) serveFiles(config, "/static", "static", Location.EXTERNAL);
        serveFiles(config, "/static", "/static", Location.CLASSPATH);
        serveFiles(config, "/static/htmx", HTMX, Location.CLASSPATH);
    }

    private static void serveFiles(JavalinConfig config, String address, String folder, Location location) {
        config.staticFiles.add(files -> {
            files.hostedPath = address;
            files.directory = folder;
            files.location = location;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
    }
}
