package passo.web;

import io.javalin.http.Handler;
import passo.store.Aliases;
import passo.store.Executions;
import passo.store.Machines;
import passo.store.Monitors;
import passo.store.Revisions;
import passo.store.Versions;
import passo.web.console.Console;
import passo.web.console.MachineHandler;
import passo.web.console.MachineSheets;
import passo.web.console.MachinesHandler;
import passo.web.console.ReleasesHandler;
import passo.web.console.RevisionsHandler;
import passo.web.coverage.CoverageHandler;
import passo.web.executions.DecisionHandler;
import passo.web.executions.Desk;
import passo.web.executions.ExecutionSheets;
import passo.web.executions.InboxHandler;
import passo.web.executions.MonitorHandler;
import passo.web.executions.StartHandler;
import passo.web.playground.PlaygroundHandler;

/// The console: machines of one's own, and their executions.
final class ConsoleRoutes {

    private ConsoleRoutes() {}

    static void add(Paths paths, Shared shared) {
        machines(paths, new Console(shared.learners(), shared.database(), shared.playground().examples(), shared.pages()));
        executions(paths, shared, "/console/machines/{id}");
    }

    private static void machines(Paths paths, Console console) {
        var machines = new MachinesHandler(console);
        paths.page("/console", machines::list);
        paths.page("/console/new", machines::blank);
        paths.page("/console/machines", machines::blank);
        paths.action("/console/machines", machines::create);

        var machine = new MachineHandler(console);
        Handler back = machine::back;
        paths.page("/console/machines/{id}", machine::show);
        paths.playground("/console/machines/{id}/edit", new MachineSheets(console));
        paths.form("/console/machines/{id}/draft", machine::keep, back);
        paths.form("/console/machines/{id}/name", machine::rename, back);
        paths.form("/console/machines/{id}/settings", machine::configure, back);
        paths.form("/console/machines/{id}/copy", machine::copy, back);
        paths.form("/console/machines/{id}/delete", machine::remove, back);
        paths.form("/console/machines/{id}/restore", machines::bringBack, back);

        var revisions = new RevisionsHandler(console);
        paths.form("/console/machines/{id}/revisions", revisions::save, back);
        paths.page("/console/machines/{id}/compare", revisions::compare);
        paths.form("/console/machines/{id}/revisions/{number}/restore", revisions::restore, back);
        paths.page("/console/machines/{id}/revisions/{number}/definition", revisions::download);

        var releases = new ReleasesHandler(console);
        paths.form("/console/machines/{id}/versions", releases::publish, back);
        paths.form("/console/machines/{id}/versions/{number}/delete", releases::deleteVersion, back);
        paths.form("/console/machines/{id}/aliases", releases::createAlias, back);
        paths.form("/console/machines/{id}/aliases/{alias}", releases::updateAlias, back);
        paths.form("/console/machines/{id}/aliases/{alias}/delete", releases::deleteAlias, back);
    }

    /// The executions of a machine, and what asks for answers in those of all machines.
    private static void executions(Paths paths, Shared shared, String machine) {
        var database = shared.database();
        var desk = new Desk(shared.learners(), new Machines(database), new Revisions(database), new Versions(database), new Aliases(database),
                new Executions(database), new Monitors(database), shared.rate(), shared.capacity(), shared.pages());
        paths.page("/console/inbox", new InboxHandler(desk)::open);
        var start = new StartHandler(desk);
        paths.page(machine + "/start", start::open);
        paths.action(machine + "/start", start::start);
        var monitor = new MonitorHandler(desk);
        paths.action(machine + "/time", monitor::pass);
        paths.action(machine + "/alarms", monitor::alarm);
        paths.page(machine + "/executions", monitor::open);
        paths.page(machine + "/coverage", new CoverageHandler(shared.learners(), desk.machines(), desk.revisions(), desk.executions(), shared.rate(), shared.capacity(),
                shared.pages())::open);
        var trace = new PlaygroundHandler(shared.playground(), new ExecutionSheets(desk));
        paths.page(machine + "/executions/{name}", trace::open);
        paths.action(machine + "/executions/{name}", trace::run);
        paths.action(machine + "/executions/{name}/decisions", new DecisionHandler(desk)::decide);
        paths.action(machine + "/executions/{name}/try", trace::attempt);
        paths.action(machine + "/executions/{name}/reset", trace::reset);
    }
}
