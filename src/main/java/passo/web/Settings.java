package passo.web;

import java.nio.file.Path;
import java.util.Map;
import passo.web.teach.Password;

/// What the one who starts Passo may choose, read once from the environment.
///
/// @param port          `PORT`: where the server listens; 0 takes any free port
/// @param databaseUrl   `PASSO_DATABASE_URL`: by default the embedded H2 file in the folder `PASSO_DATA`
/// @param runsPerSecond `PASSO_RUNS_PER_SECOND`: how many runs a learner may ask for; 0 for no limit
/// @param proxies       `PASSO_PROXIES`: how many servers of ours a request comes through, each of which adds to `X-Forwarded-For`
/// @param adminPhrase   `PASSO_ADMIN_PHRASE`: what lets the owner in; empty where it is set by a visit
/// @param development   the server was started by the build: files are read from the working folder, not from the jar
public record Settings(int port, String databaseUrl, int runsPerSecond, int proxies, Password adminPhrase, boolean development) {

    private static final int MOST = 65_535;

    public static Settings of(Map<String, String> environment, boolean development) {
        var data = Path.of(environment.getOrDefault("PASSO_DATA", "data")).toAbsolutePath();
        return new Settings(
                number(environment, "PORT", 8080),
                environment.getOrDefault("PASSO_DATABASE_URL", "jdbc:h2:file:" + data.resolve("passo")),
                number(environment, "PASSO_RUNS_PER_SECOND", 10),
                number(environment, "PASSO_PROXIES", 0),
                phrase(environment),
                development);
    }

    private static Password phrase(Map<String, String> environment) {
        var phrase = new Password(environment.getOrDefault("PASSO_ADMIN_PHRASE", ""));
        phrase.flaw("").filter(_ -> !phrase.isEmpty()).ifPresent(flaw -> {
            throw new IllegalArgumentException("PASSO_ADMIN_PHRASE is " + switch (flaw) {
                case SHORT -> "shorter than " + Password.SHORTEST + " characters";
                case LONG -> "longer than " + Password.LONGEST + " characters";
                case NAME, PLAIN -> "too easily guessed";
            });
        });
        return phrase;
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        var text = environment.getOrDefault(name, String.valueOf(otherwise));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException(name + " is not a number from 0 to " + MOST + ": " + text);
        }
        return Integer.parseInt(text);
    }
}
