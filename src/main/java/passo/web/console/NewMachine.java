package passo.web.console;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import passo.asl.Definition;
import passo.aws.ExampleInput;
import passo.lab.Example;
import passo.lab.Examples;
import passo.web.Page;
import passo.web.parts.Form;

/// A machine as it is asked for: blank, from an example, or from a text.
///
/// @param from `blank`, `example` or `text`
/// @param example its slug
/// @param form what was written, of a text
record NewMachine(String name, String from, String example, Form form) {

    private static final int LONGEST_FILE = 1 << 20;
    private static final String BLANK = """
            {
              "Comment": "%s",
              "StartAt": "%s",
              "States": {
                "%s": {
                  "Type": "Pass",
                  "End": true
                }
              }
            }
            """;

    /// A file that was chosen is read in the place of the text, and where there is no name, names the machine.
    static NewMachine of(Context ctx) {
        Form form = Form.of(ctx);
        String name = Form.field(ctx, "name", 200).strip();
        String from = Form.field(ctx, "from", 10);
        UploadedFile file = ctx.isMultipartFormData() ? ctx.uploadedFile("file") : null;
        if (file != null && file.size() > 0 && from.equals("text")) {
            form = new Form(form.type(), text(file), form.input(), form.world());
            if (name.isEmpty()) name = file.filename().replaceFirst("\\.(asl|json|yaml|yml).*$", "");
        }
        return new NewMachine(name, from.isEmpty() ? "text" : from, Form.field(ctx, "example", 80), form);
    }

    private static String text(UploadedFile file) {
        if (file.size() > LONGEST_FILE) throw new ContentTooLargeResponse("The file is too long");
        try (var content = file.content()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the machine begins with. An example is of its own type; a text that came without an input has one that it can work on.
    Form content(Page page, Examples examples) {
        return switch (from) {
            case "blank" -> new Form(form.type(), BLANK.formatted(page.text("console.blank.comment"), page.text("console.blank.state"),
                    page.text("console.blank.state")), "{}", "");
            case "example" -> examples.find(example).map(chosen -> of(chosen, page)).orElse(form);
            default -> form.input().isBlank() ? new Form(form.type(), form.definition(), sample(), form.world()) : form;
        };
    }

    private static Form of(Example example, Page page) {
        Example.Text text = example.in(page.language().tag());
        return new Form(example.type(), text.definition(), text.input(), text.world());
    }

    private String sample() {
        return Optional.of(Definition.parse(form.definition(), form.type())).flatMap(Definition::machine)
                .map(machine -> ExampleInput.of(machine).toString()).orElse("{}");
    }
}
