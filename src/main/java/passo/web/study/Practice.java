package passo.web.study;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.study.Answered;
import passo.study.Question;
import passo.study.Questions;
import passo.web.Page;

/// Which questions a learner practises: those of a topic, those of an exam, all, or those that are due for review. Immutable.
///
/// @param topic its letter; empty for any
/// @param exam its code; empty for any
/// @param review are they those that are due, whatever their topic and exam?
record Practice(String topic, String exam, boolean review) {

    static final Practice REVIEW = new Practice("", "", true);

    /// As the address says, or the form.
    static Practice of(Context ctx) {
        return new Practice(parameter(ctx, "topic"), parameter(ctx, "exam"), !parameter(ctx, "review").isEmpty());
    }

    private static String parameter(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).or(() -> Optional.ofNullable(ctx.queryParam(name))).orElse("");
    }

    /// What comes next: what was never answered, then what was missed last time, then what was answered the longest ago.
    ///
    /// @param answers all of a learner's, the oldest first
    /// @param here the question that is shown; it comes again where there is no other
    Optional<Question> next(Questions bank, List<Answered> answers, String here) {
        Map<String, Answered> last = new LinkedHashMap<>();
        answers.forEach(answered -> last.put(answered.question(), answered));
        return questions(bank).min(Comparator.<Question, Boolean>comparing(question -> question.id().equals(here))
                .thenComparing(question -> turn(last.get(question.id())))
                .thenComparing(question -> last.containsKey(question.id()) ? last.get(question.id()).at() : Instant.EPOCH)
                .thenComparing(Question::level));
    }

    private Stream<Question> questions(Questions bank) {
        return bank.all().stream().filter(question -> topic.isEmpty() || question.topic().equals(topic))
                .filter(question -> exam.isEmpty() || question.exams().containsKey(exam));
    }

    private static int turn(Answered last) {
        if (last == null) return 0;
        return last.right() ? 2 : 1;
    }

    /// As it stands in an address.
    String query() {
        return review ? "review=on" : "topic=" + encoded(topic) + "&exam=" + encoded(exam);
    }

    /// Where the next question is found.
    ///
    /// @param id of the one that is shown
    String nextAfter(Page page, String id) {
        return page.to(review ? "/study/review" : "/study/practice?" + query() + "&after=" + id);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
