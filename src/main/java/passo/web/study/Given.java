package passo.web.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import passo.study.Question;

/// What a learner chose, as the form of a question sends it: the field `option` names what is chosen; of an ordering, `place.` and the id of
/// an option holds the place it was given. Immutable.
///
/// @param places by the option's id; of what is no ordering, the number of the choice
record Given(Question question, Map<String, Integer> places) {

    static final String OPTION = "option";
    static final String PLACE = "place.";
    private static final String AT = "@";

    Given {
        places = Map.copyOf(places);
    }

    /// @param fields the values of a field, by its name
    static Given read(Question question, Function<String, List<String>> fields) {
        Map<String, Integer> places = new TreeMap<>();
        for (Question.Option option : question.options()) {
            if (question.kind() == Question.Kind.ORDERING) place(fields.apply(PLACE + option.id())).ifPresent(place -> places.put(option.id(), place));
            else if (fields.apply(OPTION).contains(option.id())) places.put(option.id(), places.size() + 1);
        }
        return new Given(question, places);
    }

    /// As [#kept] has written it.
    static Given of(Question question, List<String> kept) {
        Map<String, Integer> places = new TreeMap<>();
        for (String one : kept) {
            String[] parts = one.split(AT, 2);
            places.put(parts[0], parts.length == 1 ? places.size() + 1 : place(List.of(parts[1])).orElse(0));
        }
        return new Given(question, places);
    }

    private static Optional<Integer> place(List<String> values) {
        return values.stream().findFirst().filter(value -> value.matches("[1-9]")).map(Integer::valueOf);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /// The ids of the options; empty where this is no answer yet: too many, too few, or two in one place.
    Optional<List<String>> answer() {
        List<String> chosen = places.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
        boolean eachOnce = places.values().stream().distinct().count() == places.size()
                && places.values().stream().allMatch(place -> place <= question.options().size());
        return Optional.of(chosen).filter(answer -> eachOnce && question.isAnswer(answer));
    }

    /// As it is kept while an exam goes on: the answer; of an ordering that is none yet, every option that has a place, with it.
    List<String> kept() {
        return answer().orElseGet(() -> places.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(place -> question.kind() == Question.Kind.ORDERING ? place.getKey() + AT + place.getValue() : place.getKey()).toList());
    }

    /// As it stands in an address.
    String query() {
        return places.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(place -> question.kind() == Question.Kind.ORDERING ? "&" + Practice.encoded(PLACE + place.getKey()) + "=" + place.getValue()
                        : "&" + OPTION + "=" + Practice.encoded(place.getKey())).collect(Collectors.joining());
    }
}
