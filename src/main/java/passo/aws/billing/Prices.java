package passo.aws.billing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import passo.json.Json;
import passo.json.JsonText;

/// The prices of Step Functions in US dollars, as `prices.json` has them. AWS, "Step Functions pricing".
///
/// @param checked when they were last compared with AWS's page
/// @param tiers of the memory that Express executions take over time, from the first gigabyte-second on
record Prices(LocalDate checked, String region, long freeTransitions, BigDecimal transition, BigDecimal request, List<Tier> tiers) {

    /// @param upTo so many gigabyte-seconds a month; the last tier has no end
    record Tier(BigDecimal upTo, BigDecimal price) {}

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    static final Prices TODAY = read();

    private static Prices read() {
        try (InputStream in = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!(JsonText.read(text) instanceof JsonText.Reading.Value(Json.Obj all, _))) throw new IllegalStateException("prices.json is no JSON object");
            return of(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Prices of(Json.Obj all) {
        Json.Obj standard = (Json.Obj) all.get("standard");
        Json.Obj express = (Json.Obj) all.get("express");
        List<Tier> tiers = new ArrayList<>();
        for (Json tier : (Json.Arr) express.get("perGigabyteSecond")) {
            Json.Obj one = (Json.Obj) tier;
            BigDecimal upTo = one.has("upToGigabyteHours") ? number(one, "upToGigabyteHours").multiply(SECONDS_AN_HOUR) : BigDecimal.valueOf(Long.MAX_VALUE);
            tiers.add(new Tier(upTo, number(one, "price")));
        }
        return new Prices(LocalDate.parse(((Json.Str) all.get("checked")).value()), ((Json.Str) all.get("region")).value(),
                number(standard, "freeTransitionsPerMonth").longValue(), number(standard, "perTransition"), number(express, "perRequest"), List.copyOf(tiers));
    }

    private static BigDecimal number(Json.Obj obj, String name) {
        return ((Json.Num) obj.get(name)).value();
    }
}
