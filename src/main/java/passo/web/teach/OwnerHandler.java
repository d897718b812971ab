package passo.web.teach;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import passo.school.Teacher;
import passo.web.Page;
import passo.web.Pages;
import passo.web.parts.Form;
import passo.web.teach.OwnerView.Stage;

/// The owner's page, before anybody is let in to [AdminHandler]: the phrase is set, and asked for.
public final class OwnerHandler {

    private static final int LONGEST_CODE = 100;

    private final Ownership ownership;
    private final SignIn signIn;
    private final AdminHandler admin;
    private final Pages pages;

    public OwnerHandler(Ownership ownership, SignIn signIn, AdminHandler admin, Pages pages) {
        this.ownership = ownership;
        this.signIn = signIn;
        this.admin = admin;
        this.pages = pages;
    }

    public void open(Context ctx) {
        String code = Optional.ofNullable(ctx.queryParam("code")).orElse("");
        if (signIn.teaching().known(ctx).filter(Teacher::isOwner).isPresent()) admin.open(ctx);
        else if (!ownership.isVacant()) show(ctx, Stage.ENTER, "", "");
        else if (ownership.mayClaim(ctx, code)) show(ctx, Stage.SET_UP, code, "");
        else show(ctx, Stage.ELSEWHERE, "", "");
    }

    /// To the page, from the address of a form.
    public void back(Context ctx) {
        ctx.redirect(pages.of(ctx).to("/admin"), HttpStatus.SEE_OTHER);
    }

    public void setUp(Context ctx) {
        Page page = pages.of(ctx);
        String code = Form.field(ctx, "code", LONGEST_CODE);
        Password phrase = Password.of(ctx, "password");
        if (!ownership.mayClaim(ctx, code)) throw new ForbiddenResponse("The phrase is set on the machine itself, or with the code that the server tells");
        Optional<Password.Flaw> flaw = phrase.flaw("");
        if (!ownership.isVacant()) show(ctx, Stage.ENTER, "", page.text("teach.owner.taken"));
        else if (flaw.isPresent()) show(ctx, Stage.SET_UP, code, Words.of(page, flaw.get()));
        else if (!ownership.claim(phrase)) show(ctx, Stage.ENTER, "", page.text("teach.owner.taken"));
        else {
            signIn.teaching().become(ctx, signIn.teachers().find(Teacher.OWNER).orElseThrow());
            back(ctx);
        }
    }

    public void enter(Context ctx) {
        Page page = pages.of(ctx);
        switch (signIn.owner(ctx, Password.of(ctx, "password"))) {
            case SignIn.Tried.Right _ -> back(ctx);
            case SignIn.Tried.Wrong _ -> show(ctx, Stage.ENTER, "", page.text("teach.phrase.wrong"));
            case SignIn.Tried.Later(var left) -> show(ctx, Stage.ENTER, "", Words.later(ctx, page, left));
        }
    }

    private void show(Context ctx, Stage stage, String code, String amiss) {
        pages.show(ctx, "teach/owner.jte", new OwnerView(stage, code, amiss));
    }
}
