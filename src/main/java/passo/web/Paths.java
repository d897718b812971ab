package passo.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import passo.web.playground.Playground;
import passo.web.playground.PlaygroundHandler;
import passo.web.playground.Sheets;

/// Adds the addresses that Passo answers, of each kind in its own way.
///
/// @param playground that opens on sheets
record Paths(RoutesConfig routes, Playground playground) {

    /// A page has an address without a language, and one in each.
    void page(String path, Handler handler) {
        routes.get(path, handler);
        for (var language : Language.values()) routes.get("/" + language.tag() + path, handler);
    }

    /// What a page of ours asks for has an address in each language.
    void action(String path, Handler handler) {
        for (var language : Language.values()) routes.post("/" + language.tag() + path, handler);
    }

    /// What a form is sent to that stands on a page of another address. Who reloads what came of it comes back to that page.
    void form(String path, Handler handler, Handler back) {
        action(path, handler);
        page(path, back);
    }

    /// The playground on one kind of sheet.
    void playground(String path, Sheets sheets) {
        var handler = new PlaygroundHandler(playground, sheets);
        page(path, handler::open);
        action(path, handler::run);
        action(path + "/decisions", handler::decide);
        action(path + "/try", handler::attempt);
        action(path + "/reset", handler::reset);
    }
}
