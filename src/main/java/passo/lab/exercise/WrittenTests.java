package passo.lab.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passo.json.Json;

/// The tests that a learner has written: YAML, a document a test, as the tests of an exercise are. Nothing is refused with an exception:
/// what is wrong is told, all of it.
///
/// @param tests in the order of the text; of no use where there are faults
/// @param lines on which they begin, from 1
public record WrittenTests(List<TestCase> tests, List<Integer> lines, List<Fault> faults) {

    public static final int MOST = 20;
    private static final int LONGEST = 64 << 10;
    private static final Pattern BREAK = Pattern.compile("---(\\s.*)?");

    /// Something that is wrong with the text.
    ///
    /// @param line from 1
    /// @param key of the message files, which say it in the learner's language
    public record Fault(int line, String key, List<String> arguments) {}

    /// A document, and the line on which it begins.
    private record Document(int line, String text) {}

    /// @param world of the exercise, which a test may change
    public static WrittenTests read(String text, Json.Obj world) {
        if (text.length() > LONGEST) return refused(1, "answers.fault.long", LONGEST);
        List<Document> documents = documents(text);
        if (documents.isEmpty()) return refused(1, "answers.fault.none", MOST);
        if (documents.size() > MOST) return refused(documents.get(MOST).line(), "answers.fault.many", MOST);
        var reader = new WrittenTestReader(world);
        documents.forEach(document -> reader.read(document.line(), document.text()));
        return reader.tests();
    }

    private static WrittenTests refused(int line, String key, int most) {
        return new WrittenTests(List.of(), List.of(), List.of(new Fault(line, key, List.of(String.valueOf(most)))));
    }

    /// What stands between lines of `---`; what is blank or only comments is none.
    private static List<Document> documents(String text) {
        var documents = new ArrayList<Document>();
        List<String> lines = text.lines().toList();
        int begin = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i < lines.size() && !BREAK.matcher(lines.get(i)).matches()) continue;
            List<String> inside = lines.subList(begin, i);
            if (inside.stream().anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"))) {
                documents.add(new Document(begin + 1, String.join("\n", inside)));
            }
            begin = i + 1;
        }
        return documents;
    }
}
