package passo.web.study;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
/// @param trail how far a review is
/// @param seed of the order of the options
record Asking(Page page, Questions bank, Curriculum curriculum, Question question, Practice practice, Optional<TrailView> trail, int seed) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    /// Asks; explains where there is an answer.
    QuestionView view(Given given) {
        boolean answered = given.answer().isPresent();
        String complaint = given.isEmpty() || answered ? "" : page.text(question.kind() == Kind.ORDERING ? "study.places" : "study.exactly", question.choose());
        return view(given, answered ? status(given) : "", complaint);
    }

    /// Asks, whatever was answered.
    QuestionView asked(Given given) {
        return view(given, "", "");
    }

    /// Explains, whatever was answered.
    QuestionView explained(Given given) {
        return view(given, status(given), "");
    }

    private String status(Given given) {
        return given.answer().map(answer -> question.isRight(answer) ? "ok" : "fail").orElse("skip");
    }

    private QuestionView view(Given given, String status, String complaint) {
        boolean told = !status.isEmpty();
        return new QuestionView(title(page, bank, question), address(page, question), labels(), Markdown.content(in(question.stem()), 1), question.kind().tag(),
                page.text("study.choose." + question.kind().tag(), question.choose()), options(given, told).toList(), seed, status,
                told ? page.text("study.told." + (status.equals("skip") && !given.isEmpty() ? "half" : status)) : "", complaint, question.sources().stream().map(Asking::source).toList(), MONTH.format(question.checked()), exercises(),
                IntStream.rangeClosed(1, question.proofs().size()).mapToObj(number -> address(page, question) + "/runs/" + number).toList(),
                new QuestionView.Practising(practice.topic(), practice.exam(), practice.review(), trail), practice.nextAfter(page, question.id()));
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
    private Stream<OptionView> options(Given given, boolean told) {
        List<Option> options = new ArrayList<>(question.options());
        if (!told || question.kind() != Kind.ORDERING) Collections.shuffle(options, new Random(seed));
        return options.stream().map(option -> {
            boolean mine = given.places().containsKey(option.id());
            int place = given.places().getOrDefault(option.id(), 0);
            boolean right = question.kind() == Kind.ORDERING ? question.options().indexOf(option) + 1 == place : option.right();
            return new OptionView(option.id(), Sentence.marked(in(option.text())), mine, !told ? "" : right ? "ok" : mine ? "fail" : "", place,
                    told ? Sentence.marked(in(option.why())) : Sentence.NONE);
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
