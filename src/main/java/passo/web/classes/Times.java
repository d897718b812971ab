package passo.web.classes;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import passo.web.Page;

/// Instants as people of a class read them: in the language of the page and the time zone of the class.
public record Times(Page page, ZoneId zone) {

    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(page.language().locale()).format(at.atZone(zone));
    }

    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(page.language().locale()).format(at.atZone(zone));
    }
}
