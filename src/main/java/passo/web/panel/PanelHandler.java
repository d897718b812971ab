package passo.web.panel;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.stream.Stream;
import passo.school.Classroom;
import passo.school.Cluster;
import passo.school.Matrix;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.school.ClassHead;

/// How far a class is, live: the page asks again and again whether anything has changed.
public final class PanelHandler {

    private final Teaching teaching;
    private final Watched watched;
    private final Faults faults;
    private final Pages pages;

    public PanelHandler(Teaching teaching, Watched watched, Faults faults, Pages pages) {
        this.teaching = teaching;
        this.watched = watched;
        this.faults = faults;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        Page page = pages.of(ctx);
        var look = Look.of(ctx);
        Watched.Now now = watched.now(classroom, look);
        var head = ClassHead.of(page, classroom, "");
        List<PanelView.Order> orders = Stream.of(Matrix.Order.values()).map(order -> new PanelView.Order(page.text(order == Matrix.Order.NAME ? "panel.sort.name" : "panel.sort.need"),
                look.in(order).at(head.address()), order == look.order())).toList();
        pages.show(ctx, "panel/page.jte", new PanelView(head, now.planned(), look.hidden(), look.otherNames().at(head.address()), orders, board(ctx, page, head, look, now)));
    }

    /// What has changed since the page was shown; nothing where nothing has.
    public void live(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        Page page = pages.of(ctx);
        var look = Look.of(ctx);
        var head = ClassHead.of(page, classroom, "");
        Board board = board(ctx, page, head, look, watched.now(classroom, look));
        if (board.seen().equals(ctx.queryParam("seen"))) ctx.status(HttpStatus.NO_CONTENT);
        else pages.show(ctx, "panel/live.jte", new LiveView(head, board));
    }

    private Board board(Context ctx, Page page, ClassHead head, Look look, Watched.Now now) {
        Faults.Found found = faults.of(ctx, page, now.deeds(), now.matrix().columns());
        return new Boards(page, head.address(), look, now).board(Cluster.of(found.faults()), found.all(), cluster -> faults.known(page, cluster.deeds().getFirst()).orElseThrow().words());
    }
}
