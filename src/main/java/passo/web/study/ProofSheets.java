package passo.web.study;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import passo.study.Question;
import passo.study.Questions;
import passo.web.Page;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;
import passo.web.reference.ReferenceSheets;

/// The runs that show a question, in the playground, by the question and the number of the run.
public final class ProofSheets implements Sheets {

    private final Supplier<Questions> questions;

    public ProofSheets(Supplier<Questions> questions) {
        this.questions = questions;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        Questions bank = questions.get();
        return bank.find(ctx.pathParam("id")).flatMap(question -> question.proofs().stream().filter(proof -> proof.id().equals(ctx.pathParam("number"))).findFirst().map(proof -> {
            String title = Asking.title(page, bank, question);
            return ReferenceSheets.sheet(proof, path(question) + "/runs/" + proof.id(), "question-" + question.id() + "-" + proof.id(), title,
                    new Sheet.Home(page.to(path(question)), title));
        }));
    }

    private static String path(Question question) {
        return "/study/questions/" + question.id();
    }
}
