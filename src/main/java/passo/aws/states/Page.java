package passo.aws.states;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import passo.aws.service.Request;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// A part of a list that may be long. AWS: 100 at once where nobody says how many, 1,000 at most.
final class Page {

    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final Pattern TOKEN = Pattern.compile("from-(\\d{1,6})");

    private Page() {}

    /// The part that is asked for, by `MaxResults` and `NextToken`.
    static <T> Outcome of(Request request, String member, List<T> all, Function<T, Json> shown, Errors errors) {
        Optional<Integer> from = from(request.text("NextToken"));
        if (from.isEmpty()) return errors.badToken(request);
        int asked = request.body().get("MaxResults") instanceof Json.Num(var number) ? number.intValue() : 0;
        int first = Math.min(from.get(), all.size());
        int end = Math.min(all.size(), first + (asked == 0 ? USUAL : Math.clamp(asked, 1, MOST)));
        var answer = Json.Obj.builder().put(member, new Json.Arr(all.subList(first, end).stream().map(shown).toList()));
        if (end < all.size()) answer.put("NextToken", "from-" + end);
        return new Outcome.Success(answer.build());
    }

    private static Optional<Integer> from(String token) {
        if (token.isEmpty()) return Optional.of(0);
        var matcher = TOKEN.matcher(token);
        return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }
}
