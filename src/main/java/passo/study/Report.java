package passo.study;

import java.util.List;

/// What an exam, or all that a learner has answered, says of each topic. Immutable.
///
/// @param lines by topic, in the order of the topics; those of which nothing was asked are not in it
public record Report(List<Line> lines) {

    /// Fewer answers than these say nothing of a topic.
    public static final int ENOUGH = 5;

    public record Line(Questions.Topic topic, int right, int asked) {

        public boolean enough() {
            return asked >= ENOUGH;
        }
    }

    /// One answer.
    ///
    /// @param question that was asked
    public record Mark(Question question, boolean right) {}

    public Report {
        lines = List.copyOf(lines);
    }

    public static Report of(Questions bank, List<Mark> marks) {
        return new Report(bank.topics().stream().map(topic -> {
            List<Mark> about = marks.stream().filter(mark -> mark.question().topic().equals(topic.letter())).toList();
            return new Line(topic, (int) about.stream().filter(Mark::right).count(), about.size());
        }).filter(line -> line.asked() > 0).toList());
    }

    /// Of an exam; what was not answered is not right, as in a real one.
    public static Report of(Questions bank, Mock mock) {
        return of(bank, mock.questions().stream().flatMap(id -> bank.find(id).stream())
                .map(question -> new Mark(question, question.isRight(mock.answers().getOrDefault(question.id(), List.of())))).toList());
    }

    public int right() {
        return lines.stream().mapToInt(Line::right).sum();
    }

    public int asked() {
        return lines.stream().mapToInt(Line::asked).sum();
    }
}
