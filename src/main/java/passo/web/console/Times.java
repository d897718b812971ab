package passo.web.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import passo.web.Page;

/// A moment as people of a language read it, and as a machine does.
///
/// @param iso for `datetime`
public record Times(String text, String iso) {

    static Times of(Page page, Instant instant) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(page.language().locale());
        return new Times(format.format(instant.atOffset(ZoneOffset.UTC)) + " UTC", instant.toString());
    }
}
