package passo.web.study;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;
import passo.study.Question;
import passo.study.Question.Kind;
import passo.study.Question.Option;
import passo.study.Questions;
import passo.web.Page;
import passo.web.parts.Markdown;
import passo.web.parts.Sentence;
import passo.web.study.QuestionView.Link;
import passo.web.study.QuestionView.LinkTo;
import passo.web.study.QuestionView.OptionView;

/// Puts the page of a question together. Made for one request, then dropped.
///
/// @param seed of the order of the options
record Asking(Page page, Questions bank, Curriculum curriculum, Question question, Practice practice, int seed) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    QuestionView view(Given given) {
        boolean answered = given.answer().isPresent();
        boolean right = given.answer().filter(question::isRight).isPresent();
        String complaint = given.isEmpty() || answered ? "" : page.text(question.kind() == Kind.ORDERING ? "study.places" : "study.exactly", question.choose());
        String status = !answered ? "" : right ? "ok" : "fail";
        return new QuestionView(title(page, bank, question), address(page, question), labels(), Markdown.content(in(question.stem()), 1), question.kind().tag(),
                page.text("study.choose." + question.kind().tag(), question.choose()), options(given, answered).toList(), seed, status,
                answered ? page.text("study.told." + status) : "", complaint, question.sources().stream().map(Asking::source).toList(), MONTH.format(question.checked()), exercises(),
                IntStream.rangeClosed(1, question.proofs().size()).mapToObj(number -> address(page, question) + "/runs/" + number).toList(),
                new QuestionView.Practising(practice.topic(), practice.exam(), practice.review()), page.to("/study/practice?" + practice.query() + "&after=" + question.id()));
    }

    static String title(Page page, Questions bank, Question question) {
        return page.text("study.question", bank.topic(question.topic()).orElseThrow().title().in(page.language().tag()));
    }

    static String address(Page page, Question question) {
        return page.to("/study/questions/" + question.id());
    }

    private String labels() {
        String exams = question.exams().keySet().stream().sorted().collect(Collectors.joining(", "));
        return String.join(" · ", exams, in(bank.topic(question.topic()).orElseThrow().title()), page.text("study.level." + question.level()));
    }

    /// An ordering is explained in the right order.
    private Stream<OptionView> options(Given given, boolean answered) {
        List<Option> options = new ArrayList<>(question.options());
        if (!answered || question.kind() != Kind.ORDERING) Collections.shuffle(options, new Random(seed));
        return options.stream().map(option -> {
            boolean mine = given.places().containsKey(option.id());
            int place = given.places().getOrDefault(option.id(), 0);
            boolean right = question.kind() == Kind.ORDERING ? question.options().indexOf(option) + 1 == place : option.right();
            return new OptionView(option.id(), Sentence.marked(in(option.text())), mine, !answered ? "" : right ? "ok" : mine ? "fail" : "", place,
                    answered ? Sentence.marked(in(option.why())) : Sentence.NONE);
        });
    }

    private List<LinkTo> exercises() {
        return question.exercises().stream().flatMap(slug -> curriculum.find(slug).stream())
                .map(exercise -> new LinkTo(page.to("/exercises/" + exercise.slug()), Sentence.marked(exercise.in(page.language().tag()).title()))).toList();
    }

    /// Its host and the last name of its path.
    private static Link source(String address) {
        URI source = URI.create(address);
        String name = source.getPath().replaceAll("/+$", "").replaceAll(".*/", "").replaceAll("\\.html$", "");
        return new Link(address, name.isEmpty() ? source.getHost() : source.getHost() + " · " + name);
    }

    private String in(Words words) {
        return words.in(page.language().tag());
    }
}
