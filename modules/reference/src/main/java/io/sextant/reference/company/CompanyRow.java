package io.sextant.reference.company;

import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyTopic;
import io.sextant.marketdata.macro.MacroCsv;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One fact as a table or document writes it, all cells as text.
 *
 * @param item a figure such as {@code net_income}, or {@code sector}, {@code tag}, {@code holding}
 * @param label of what has a name: the sector, the tag, the holder
 * @param months that a flow is of; blank is a year
 * @param published a day, known when it is over, or a moment such as 2026-02-10T21:05:00Z
 * @param value blank is 1 for sectors and tags
 */
record CompanyRow(
        String symbol, String item, String label, String period, String months, String published, String value) {

    /** @throws IllegalArgumentException with the reason when it is no fact */
    CompanyFact fact() {
        if (published.isBlank()) {
            throw new IllegalArgumentException("it does not say when it was published");
        }
        try {
            CompanyTopic topic = topic();
            LocalDate end = LocalDate.parse(period.strip());
            long known = known(published.strip());
            if (topic instanceof CompanyTopic.OfFigure && known < MacroCsv.knownNanos(end.minusDays(1))) {
                throw new IllegalArgumentException("it was published on " + published + ", before its period ended");
            }
            boolean unnamed = !(topic instanceof CompanyTopic.OfSector || topic instanceof CompanyTopic.OfTag);
            if (value.isBlank() && unnamed) {
                throw new IllegalArgumentException("it has no value");
            }
            return new CompanyFact(
                    symbol.strip(), topic, end, known, value.isBlank() ? 1 : Double.parseDouble(value.strip()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day in it is none: " + e.getMessage(), e);
        }
    }

    private static long known(String published) {
        if (published.indexOf('T') < 0) {
            return MacroCsv.knownNanos(LocalDate.parse(published));
        }
        Instant moment = Instant.parse(published);
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
    }

    private CompanyTopic topic() {
        String kind = item.strip().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "sector" -> new CompanyTopic.OfSector(label.strip());
            case "tag" -> new CompanyTopic.OfTag(label.strip());
            case "holding" -> new CompanyTopic.OfHolder(label.strip());
            default -> {
                CompanyFigure figure = CompanyFigure.find(kind)
                        .orElseThrow(() -> new IllegalArgumentException("there is no figure called '" + item + "'"));
                int span = months.isBlank() ? 12 : Integer.parseInt(months.strip());
                yield new CompanyTopic.OfFigure(figure, figure.isFlow() ? span : 0);
            }
        };
    }
}
