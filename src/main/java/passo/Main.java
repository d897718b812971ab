package passo;

import io.javalin.Javalin;

/// Makes the parts of Passo and joins them.
public final class Main {

    private Main() {}

    static void main() {
        Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.get("/health", ctx -> ctx.result("ok"));
        }).start(8080);
    }
}
