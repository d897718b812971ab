package passo.export;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Function;
import passo.diagram.Words;

/// In which language a deliverable speaks, and with which words.
///
/// @param language its tag
/// @param durations writes a duration in it
public record Voice(String language, Words words, Function<Duration, String> durations) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    String text(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /// What a million such cost.
    String million(BigDecimal dollars) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(dollars.multiply(MILLION));
    }

    String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(language)));
    }
}
