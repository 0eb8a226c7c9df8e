package io.sextant.analytics.fundamental;

import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyTopic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reports of an invented company under construction. */
final class Reports {

    private final List<CompanyFact> facts = new ArrayList<>();

    /** Published forty days after the period. */
    Reports flow(CompanyFigure figure, int months, String period, double value) {
        return add(
                new CompanyTopic.OfFigure(figure, months),
                period,
                LocalDate.parse(period).plusDays(40),
                value);
    }

    Reports stock(CompanyFigure figure, String period, double value) {
        return flow(figure, 0, period, value);
    }

    Reports add(CompanyTopic topic, String period, LocalDate published, double value) {
        facts.add(new CompanyFact("ACME", topic, LocalDate.parse(period), nanos(published), value));
        return this;
    }

    static long nanos(LocalDate day) {
        return TimeUnit.DAYS.toNanos(day.toEpochDay());
    }

    List<CompanyFact> facts() {
        return List.copyOf(facts);
    }

    CompanyAccounts accounts() {
        return new CompanyAccounts(facts);
    }
}
