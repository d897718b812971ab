package passo.web.panel;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.school.Fruits;
import passo.school.Matrix;
import passo.school.Member;

/// How a teacher looks at a class. It stands in the address of every page, and nowhere else.
///
/// @param hidden do fruits stand for names?
record Look(boolean hidden, Matrix.Order order) {

    static Look of(Context ctx) {
        return new Look("hidden".equals(ctx.queryParam("names")), "need".equals(ctx.queryParam("sort")) ? Matrix.Order.NEED : Matrix.Order.NAME);
    }

    Look otherNames() {
        return new Look(!hidden, order);
    }

    Look in(Matrix.Order other) {
        return new Look(hidden, other);
    }

    /// An address for one who goes on looking like this.
    String at(String address) {
        String query = Stream.of(hidden ? "names=hidden" : "", order == Matrix.Order.NEED ? "sort=need" : "").filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
    }

    List<Member> members(List<Member> members) {
        return hidden ? Fruits.hide(members) : members;
    }
}
