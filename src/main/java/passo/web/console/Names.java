package passo.web.console;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.web.Page;

/// What a machine and an alias may be called. AWS, CreateStateMachine and CreateStateMachineAlias.
final class Names {

    static final int LONGEST = 80;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}\\uFFFE\\uFFFF]");
    private static final Pattern ALIAS = Pattern.compile("(?=.*[a-zA-Z_\\-.])[a-zA-Z0-9_\\-.]+");
    private static final Pattern LOGGED = Pattern.compile("[0-9A-Za-z_-]+");

    private Names() {}

    /// What is wrong with the name of a machine; empty where nothing is.
    static Optional<String> ofMachine(Page page, String name) {
        Matcher letter = FORBIDDEN.matcher(name);
        if (name.isEmpty()) return Optional.of(page.text("console.name.missing"));
        if (name.length() > LONGEST) return Optional.of(page.text("console.name.long", LONGEST));
        if (letter.find()) return Optional.of(page.text(letter.group().isBlank() ? "console.name.space" : "console.name.letter", letter.group(), name));
        return Optional.empty();
    }

    /// What is wrong with the name of an alias; empty where nothing is.
    static Optional<String> ofAlias(Page page, String name) {
        if (name.isEmpty()) return Optional.of(page.text("console.name.missing"));
        if (name.length() > LONGEST) return Optional.of(page.text("console.name.long", LONGEST));
        return ALIAS.matcher(name).matches() ? Optional.empty() : Optional.of(page.text("console.alias.name"));
    }

    /// May CloudWatch have a log of a machine of this name?
    static boolean canBeLogged(String name) {
        return LOGGED.matcher(name).matches();
    }

    /// A name that is free, as near to a wish as can be.
    static String free(String wish, Predicate<String> isTaken) {
        String clean = FORBIDDEN.matcher(wish.strip()).replaceAll("-");
        String base = clean.substring(0, Math.min(clean.length(), LONGEST - 3));
        String name = base;
        for (int number = 2; isTaken.test(name); number++) name = base + "-" + number;
        return name;
    }
}
