package passo.web.grades;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.Supplier;
import passo.lab.exercise.Curriculum;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.parts.Form;
import passo.web.school.ClassHead;

/// What a class is asked to do: chosen, put in order and dated in one form, and saved as a whole.
public final class PlanHandler {

    private static final String SAVE = "save";
    private static final int LONGEST_BUTTON = 100;

    private final Teaching teaching;
    private final Supplier<Curriculum> curriculum;
    private final Pages pages;

    public PlanHandler(Teaching teaching, Supplier<Curriculum> curriculum, Pages pages) {
        this.teaching = teaching;
        this.curriculum = curriculum;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        show(ctx, classroom, PlanForm.of(teaching.classrooms().plan(classroom.code()), classroom.zone()), "");
    }

    /// Saves the plan, or gives it back with what a button of the form changes.
    public void change(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        Page page = pages.of(ctx);
        String button = Form.field(ctx, "do", LONGEST_BUTTON);
        PlanForm form = PlanForm.read(ctx).after(button, curriculum.get());
        if (!button.equals(SAVE) || !new PlanWords(page, curriculum.get()).wrong(form).isEmpty()) {
            show(ctx, classroom, form, button);
            return;
        }
        teaching.classrooms().plan(classroom.code(), form.plan(classroom.zone()));
        ctx.redirect(page.to(ClassHead.path(classroom) + "/plan?saved=yes"), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, Classroom classroom, PlanForm form, String button) {
        List<Assignment> saved = teaching.classrooms().plan(classroom.code());
        boolean changed = !form.lines().equals(PlanForm.of(saved, classroom.zone()).lines());
        pages.show(ctx, "grades/plan.jte", new PlanWords(pages.of(ctx), curriculum.get()).view(classroom, form, ctx.queryParam("saved") != null, changed, button));
    }
}
