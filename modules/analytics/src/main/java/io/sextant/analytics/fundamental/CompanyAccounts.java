package io.sextant.analytics.fundamental;

import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyTopic;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A company's figures as they stood at a time. A flow is of the twelve months that ended last: the newest year, or four quarters in a row where
 * they end later. What is not known is NaN.
 */
public final class CompanyAccounts {

    private static final int YEAR_MONTHS = 12;
    private static final int QUARTER_MONTHS = 3;
    /** How far the end of a quarter may lie from three months after the last: business calendars move it by days. */
    private static final int DAYS_OFF = 20;

    private record Series(CompanyFigure figure, int months) {}

    /** Shares that an institution held at the end of a period. */
    public record Holding(String holder, double shares, LocalDate period) {}

    private final Map<Series, NavigableMap<LocalDate, Double>> figures = new HashMap<>();
    private final Map<CompanyTopic, Map.Entry<LocalDate, Double>> newest = new HashMap<>();

    /** @param standing of each topic and period what stood; of two for the same the later in the list */
    public CompanyAccounts(List<CompanyFact> standing) {
        standing.forEach(this::put);
    }

    /** Adds what became known next. */
    void put(CompanyFact fact) {
        if (fact.topic() instanceof CompanyTopic.OfFigure(CompanyFigure figure, int months)) {
            figures.computeIfAbsent(new Series(figure, months), series -> new TreeMap<>())
                    .put(fact.period(), fact.value());
        } else {
            Map.Entry<LocalDate, Double> before = newest.get(fact.topic());
            if (before == null || !fact.period().isBefore(before.getKey())) {
                newest.put(fact.topic(), Map.entry(fact.period(), fact.value()));
            }
        }
    }

    private record Twelve(LocalDate end, double value) {}

    /** A flow of the newest twelve months, or the newest stock. */
    public double newest(CompanyFigure figure) {
        return figure.isFlow()
                ? twelve(figure, LocalDate.MAX).map(Twelve::value).orElse(Double.NaN)
                : Optional.ofNullable(of(figure, 0).lastEntry())
                        .map(Map.Entry::getValue)
                        .orElse(Double.NaN);
    }

    /** A flow of the twelve months that ended a year before the newest. */
    public double yearBefore(CompanyFigure figure) {
        return twelve(figure, LocalDate.MAX)
                .flatMap(now -> {
                    LocalDate wanted = now.end().minusYears(1);
                    return twelve(figure, wanted.plusDays(DAYS_OFF))
                            .filter(before -> ChronoUnit.DAYS.between(before.end(), wanted) <= DAYS_OFF);
                })
                .map(Twelve::value)
                .orElse(Double.NaN);
    }

    /** How much the figure is above that of a year before, 0.1 for 10 %; NaN unless both are above zero. */
    public double growth(CompanyFigure figure) {
        double now = newest(figure);
        double before = yearBefore(figure);
        return now > 0 && before > 0 ? now / before - 1 : Double.NaN;
    }

    /** When the newest figure's period ended; empty where there is no figure. */
    public Optional<LocalDate> newestPeriod() {
        return figures.values().stream().map(NavigableMap::lastKey).max(LocalDate::compareTo);
    }

    private NavigableMap<LocalDate, Double> of(CompanyFigure figure, int months) {
        return figures.getOrDefault(new Series(figure, months), new TreeMap<>());
    }

    private Optional<Twelve> twelve(CompanyFigure figure, LocalDate until) {
        Optional<Twelve> year = Optional.ofNullable(of(figure, YEAR_MONTHS).floorEntry(until))
                .map(entry -> new Twelve(entry.getKey(), entry.getValue()));
        Optional<Twelve> quarters = quarters(of(figure, QUARTER_MONTHS), until);
        if (year.isEmpty() || quarters.isEmpty()) {
            return year.or(() -> quarters);
        }
        return quarters.get().end().isAfter(year.get().end()) ? quarters : year;
    }

    private static Optional<Twelve> quarters(NavigableMap<LocalDate, Double> flows, LocalDate until) {
        Map.Entry<LocalDate, Double> entry = flows.floorEntry(until);
        if (entry == null) {
            return Optional.empty();
        }
        LocalDate end = entry.getKey();
        double sum = entry.getValue();
        for (int quarter = 1; quarter < YEAR_MONTHS / QUARTER_MONTHS; quarter++) {
            LocalDate wanted = end.minusMonths((long) QUARTER_MONTHS * quarter);
            Map.Entry<LocalDate, Double> one = flows.floorEntry(wanted.plusDays(DAYS_OFF));
            if (one == null || ChronoUnit.DAYS.between(one.getKey(), wanted) > DAYS_OFF) {
                return Optional.empty();
            }
            sum += one.getValue();
        }
        return Optional.of(new Twelve(end, sum));
    }

    /** What one share earned in twelve months: as published, else the net income over the shares. */
    public double earningsPerShare() {
        double published = newest(CompanyFigure.EARNINGS_PER_SHARE);
        return Double.isNaN(published) ? newest(CompanyFigure.NET_INCOME) / newest(CompanyFigure.SHARES) : published;
    }

    public double freeCashFlow() {
        return newest(CompanyFigure.OPERATING_CASH_FLOW) - newest(CompanyFigure.CAPITAL_EXPENDITURE);
    }

    public double netDebt() {
        return newest(CompanyFigure.TOTAL_DEBT) - newest(CompanyFigure.CASH);
    }

    /** The sector it was put into last. */
    public Optional<String> sector() {
        return newest.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof CompanyTopic.OfSector
                        && entry.getValue().getValue() > 0)
                .max(Map.Entry.comparingByValue(Map.Entry.comparingByKey()))
                .map(entry -> ((CompanyTopic.OfSector) entry.getKey()).name());
    }

    /** The marks that it bears, in order. */
    public List<String> tags() {
        List<String> tags = new ArrayList<>();
        newest.forEach((topic, state) -> {
            if (topic instanceof CompanyTopic.OfTag(String name) && state.getValue() > 0) {
                tags.add(name);
            }
        });
        tags.sort(null);
        return tags;
    }

    /** The institutions that hold it, the largest first. */
    public List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        newest.forEach((topic, state) -> {
            if (topic instanceof CompanyTopic.OfHolder(String name) && state.getValue() > 0) {
                holdings.add(new Holding(name, state.getValue(), state.getKey()));
            }
        });
        holdings.sort((one, other) -> Double.compare(other.shares(), one.shares()));
        return holdings;
    }

    /** What all of them hold of the shares, 0.6 for 60 %; NaN where shares or holders are not known. */
    public double institutionalShare() {
        List<Holding> all = holdings();
        return all.isEmpty()
                ? Double.NaN
                : all.stream().mapToDouble(Holding::shares).sum() / newest(CompanyFigure.SHARES);
    }
}
