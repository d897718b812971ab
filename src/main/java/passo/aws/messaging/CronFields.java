package passo.aws.messaging;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields of a cron expression of AWS: minutes, hours, days of the month, months, days of the week (1 is Sunday), years.
/// Of the letters, `L` is known, for the last day of a month.
record CronFields(TreeSet<Integer> minutes, TreeSet<Integer> hours, TreeSet<Integer> daysOfMonth, TreeSet<Integer> months,
        TreeSet<Integer> daysOfWeek, TreeSet<Integer> years) {

    private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    /// In `daysOfMonth`: the last one.
    private static final int LAST = 32;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final Pattern PART = Pattern.compile("(\\*|\\?|\\w+)(?:-(\\w+))?(?:/(\\d{1,4}))?");

    /// Nothing for a text that is none.
    static Optional<CronFields> of(String text) {
        String[] fields = text.trim().split("\\s+");
        if (fields.length != 6) return Optional.empty();
        var minutes = field(fields[0], 0, 59, List.of());
        var hours = field(fields[1], 0, 23, List.of());
        var daysOfMonth = field(fields[2].equals("L") ? String.valueOf(LAST) : fields[2], 1, fields[2].equals("L") ? LAST : 31, List.of());
        var months = field(fields[3], 1, 12, MONTHS);
        var daysOfWeek = field(fields[4], 1, 7, DAYS);
        var years = field(fields[5], FIRST_YEAR, LAST_YEAR, List.of());
        boolean good = !minutes.isEmpty() && !hours.isEmpty() && !daysOfMonth.isEmpty() && !months.isEmpty() && !daysOfWeek.isEmpty() && !years.isEmpty();
        return good ? Optional.of(new CronFields(minutes, hours, daysOfMonth, months, daysOfWeek, years)) : Optional.empty();
    }

    /// What a field lists; nothing where it cannot be read.
    private static TreeSet<Integer> field(String text, int least, int most, List<String> names) {
        var values = new TreeSet<Integer>();
        for (String part : text.split(",")) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) return new TreeSet<>();
            boolean all = matcher.group(1).equals("*") || matcher.group(1).equals("?");
            int from = all ? least : number(matcher.group(1), least, names);
            int to = matcher.group(2) != null ? number(matcher.group(2), least, names) : all || matcher.group(3) != null ? most : from;
            int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
            if (from < least || to > most || step == 0) return new TreeSet<>();
            for (int value = from; value <= to; value += step) values.add(value);
        }
        return values;
    }

    private static int number(String text, int least, List<String> names) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        return named >= 0 ? named + least : text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }

    /// The first minute after an instant that fits.
    Optional<LocalDateTime> next(LocalDateTime after) {
        LocalDateTime from = after.withSecond(0).withNano(0).plusMinutes(1);
        for (LocalDate day = from.toLocalDate(); day.getYear() <= years.last(); day = day.plusDays(1)) {
            if (!years.contains(day.getYear()) || !months.contains(day.getMonthValue())) {
                day = day.withDayOfMonth(day.lengthOfMonth());
                continue;
            }
            if (!fits(day)) continue;
            int earliest = day.equals(from.toLocalDate()) ? from.getHour() * 60 + from.getMinute() : 0;
            for (int hour : hours.tailSet(earliest / 60)) {
                Integer minute = minutes.ceiling(hour == earliest / 60 ? earliest % 60 : 0);
                if (minute != null) return Optional.of(day.atTime(hour, minute));
            }
        }
        return Optional.empty();
    }

    private boolean fits(LocalDate day) {
        boolean ofMonth = daysOfMonth.contains(day.getDayOfMonth()) || daysOfMonth.contains(LAST) && day.getDayOfMonth() == day.lengthOfMonth();
        return ofMonth && daysOfWeek.contains(day.getDayOfWeek().getValue() % 7 + 1);
    }
}
