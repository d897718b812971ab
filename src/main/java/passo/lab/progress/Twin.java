package passo.lab.progress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A twin that can be done now that its original was passed.
public record Twin(Standing standing, LocalDate originalPassed) {

    public boolean due(LocalDate today) {
        return originalPassed.isBefore(today);
    }

    public int daysAgo(LocalDate today) {
        return (int) ChronoUnit.DAYS.between(originalPassed, today);
    }
}
