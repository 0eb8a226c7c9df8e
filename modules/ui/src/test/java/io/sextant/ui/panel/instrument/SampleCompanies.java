package io.sextant.ui.panel.instrument;

import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyRecord;
import io.sextant.domain.fundamental.CompanyTopic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Three invented companies of one sector. */
final class SampleCompanies {

    static final LocalDate PUBLISHED = LocalDate.of(2026, 2, 10);
    private static final LocalDate YEAR = LocalDate.of(2025, 12, 31);

    private SampleCompanies() {}

    static List<CompanyRecord> all() {
        return List.of(company("HALO", 1), company("NIMB", 2), company("ORCA", 4));
    }

    /** {@code scale} makes margins and debts differ. */
    private static CompanyRecord company(String symbol, double scale) {
        List<CompanyFact> facts = new ArrayList<>();
        flow(facts, symbol, CompanyFigure.REVENUE, 1_000, 900);
        flow(facts, symbol, CompanyFigure.GROSS_PROFIT, 400, 350);
        flow(facts, symbol, CompanyFigure.OPERATING_INCOME, 200, 180);
        flow(facts, symbol, CompanyFigure.NET_INCOME, 100 * scale, 80 * scale);
        flow(facts, symbol, CompanyFigure.EARNINGS_PER_SHARE, 2 * scale, 1.6 * scale);
        flow(facts, symbol, CompanyFigure.INTEREST_EXPENSE, 20, 20);
        flow(facts, symbol, CompanyFigure.OPERATING_CASH_FLOW, 180, 150);
        flow(facts, symbol, CompanyFigure.CAPITAL_EXPENDITURE, 60, 60);
        flow(facts, symbol, CompanyFigure.DIVIDENDS_PER_SHARE, 1, 1);
        stock(facts, symbol, CompanyFigure.SHARES, 50);
        stock(facts, symbol, CompanyFigure.EQUITY, 500);
        stock(facts, symbol, CompanyFigure.TOTAL_DEBT, 250 * scale);
        stock(facts, symbol, CompanyFigure.CASH, 50);
        stock(facts, symbol, CompanyFigure.ESG_SCORE, 61.5);
        facts.add(fact(symbol, new CompanyTopic.OfSector("Industrials"), YEAR, 1));
        facts.add(fact(symbol, new CompanyTopic.OfTag("coal"), YEAR, 1));
        facts.add(fact(symbol, new CompanyTopic.OfTag("arms"), YEAR, 1));
        facts.add(fact(symbol, new CompanyTopic.OfHolder("Large Fund"), YEAR, 10));
        facts.add(fact(symbol, new CompanyTopic.OfHolder("Small Fund"), YEAR, 5));
        return new CompanyRecord(symbol, facts);
    }

    private static void flow(List<CompanyFact> to, String symbol, CompanyFigure figure, double now, double before) {
        to.add(fact(symbol, new CompanyTopic.OfFigure(figure, 12), YEAR.minusYears(1), before));
        to.add(fact(symbol, new CompanyTopic.OfFigure(figure, 12), YEAR, now));
    }

    private static void stock(List<CompanyFact> to, String symbol, CompanyFigure figure, double value) {
        to.add(fact(symbol, new CompanyTopic.OfFigure(figure, 0), YEAR, value));
    }

    private static CompanyFact fact(String symbol, CompanyTopic topic, LocalDate period, double value) {
        return new CompanyFact(
                symbol,
                topic,
                period,
                TimeUnit.DAYS.toNanos(PUBLISHED.plusDays(1).toEpochDay()),
                value);
    }
}
