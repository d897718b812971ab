package passo.web.executions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import passo.web.Page;

/// Instants of a console's clock, as people of the page's language read them. AWS's consoles show UTC where one lets them; here they always do.
final class Times {

    private final ZonedDateTime now;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndTime;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    Times(Page page, Instant now) {
        Locale locale = page.language().locale();
        this.now = now.atZone(ZoneOffset.UTC);
        day = DateTimeFormatter.ofPattern("d MMM", locale);
        dayAndTime = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", locale);
    }

    /// `14:21:40` today, else with the day.
    String of(Instant at) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        return (time.toLocalDate().equals(now.toLocalDate()) ? TIME : dayAndTime).format(time);
    }

    String exact(Instant at) {
        return dayAndTime.format(at.atZone(ZoneOffset.UTC));
    }

    /// Short, under a chart: the time where the chart shows a day or less.
    String mark(Instant at, boolean withinADay) {
        return (withinADay ? MINUTE : day).format(at.atZone(ZoneOffset.UTC));
    }
}
