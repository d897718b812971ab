package passo.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.TooManyRequestsResponse;
import java.time.Instant;
import java.util.List;
import passo.json.Json;
import passo.school.Classroom;
import passo.school.Member;
import passo.school.Names;
import passo.store.Members;
import passo.web.Learners;
import passo.web.classes.Codes;

/// `/api/v1/classes/{code}/members`: joins a class. Who has no cookie yet is given one, and is that learner from then on.
public final class MembersHandler {

    private static final int LONGEST = 1000;

    private final Learners learners;
    private final Codes codes;
    private final Members members;

    public MembersHandler(Learners learners, Codes codes, Members members) {
        this.learners = learners;
        this.codes = codes;
        this.members = members;
    }

    public void join(Context ctx) {
        String name = Names.line(Body.of(ctx, List.of("name")).text("name", ""), LONGEST);
        if (name.isEmpty()) throw new BadRequestResponse("\"name\" is missing or empty");
        if (name.length() > Member.LONGEST_NAME) throw new BadRequestResponse("\"name\" has " + name.length() + " characters, and at most " + Member.LONGEST_NAME + " fit");
        Classroom classroom = classroom(ctx);
        if (members.isFull(classroom.code())) throw new ConflictResponse("The class is full: " + Classroom.MOST + " people are in it");
        Member member = members.join(classroom.code(), learners.idOf(ctx), name, Instant.now());
        Answer.send(ctx, 201, Json.Obj.builder().put("class", classroom.code()).put("name", member.name()).put("member", member.id()).build());
    }

    private Classroom classroom(Context ctx) {
        return switch (codes.find(ctx, ctx.pathParam("code"))) {
            case Codes.Found.Open(var classroom) -> classroom;
            case Codes.Found.Nothing(var code) -> throw new NotFoundResponse("No class has the code " + code);
            case Codes.Found.Later later -> {
                ctx.header("Retry-After", String.valueOf(later.left().toSeconds() + 1));
                throw new TooManyRequestsResponse("Too many wrong codes");
            }
        };
    }
}
