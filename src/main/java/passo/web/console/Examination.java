package passo.web.console;

import java.util.List;
import java.util.Optional;
import passo.aws.World;
import passo.aws.cloudwatch.LogLevel;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Prepared;
import passo.web.parts.ProblemView;
import passo.web.parts.Texts;

/// Whether AWS would make a machine as it is written: its definition has no error, and its role does.
///
/// @param problems with the texts, by line and column
/// @param refusal of the role, in AWS's words
record Examination(List<ProblemView> problems, Optional<String> refusal) {

    static Examination of(Page page, String name, Form form, LogLevel level) {
        var texts = new Texts(page);
        var definition = texts.definition(form.definition(), form.type());
        Optional<Json> input = texts.input(form.input());
        Optional<World> world = texts.world(form.world(), definition.machine());
        var errors = texts.problems().stream().filter(problem -> problem.status().equals("fail")).toList();
        if (definition.machine().isEmpty() || input.isEmpty() || world.isEmpty()) return new Examination(errors, Optional.empty());
        var start = world.get().underItsRole(new StartExecution(definition.machine().get(), form.type(), name, "run", world.get().account(),
                input.get(), Prepared.START, 0));
        return new Examination(errors, world.get().refusedRole(start, level != LogLevel.OFF));
    }

    /// The entry with what is wrong.
    Entry in(Page page, Entry entry) {
        Entry examined = entry.with(problems);
        return refusal.map(words -> examined.with("role", page.text("console.role.refused", words))).orElse(examined);
    }
}
