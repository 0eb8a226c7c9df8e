package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.dataset.QuarantineReason;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.calendar.TradingCalendar;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Examines one series in every respect and sums it up in a score. */
public final class QualityExamination {

    private static final long LONG_WEEKEND_NANOS = 5 * Timeframe.D1.nominalNanos();

    private final String subject;
    private final BarSeries bars;
    private final BarLength length;
    private final QualityChoices choices;
    private final Findings findings = new Findings();
    private BarSeries asks = BarSeries.EMPTY;
    private long impossibleRows;

    private QualityExamination(String subject, BarSeries bars, BarLength length, QualityChoices choices) {
        this.subject = subject;
        this.bars = bars;
        this.length = length;
        this.choices = choices;
    }

    /** An archived series; {@code progress} hears the share done. An empty series cannot be examined. */
    public static QualityReport ofBars(
            String subject, BarSeries bars, Timeframe timeframe, QualityChoices choices, DoubleConsumer progress) {
        return new QualityExamination(subject, bars, BarLength.of(timeframe), choices).examine(progress);
    }

    /** Bids together with the asks of the same market. */
    public static QualityReport ofQuotes(
            String subject,
            BarSeries bids,
            BarSeries asks,
            BarLength length,
            QualityChoices choices,
            DoubleConsumer progress) {
        QualityExamination examination = new QualityExamination(subject, bids, length, choices);
        examination.asks = asks;
        return examination.examine(progress);
    }

    /** A series of a file together with the rows that were set aside. */
    public static QualityReport ofFile(
            String subject,
            BarSeries bars,
            BarSeries asks,
            BarLength length,
            long quarantinedRows,
            List<QuarantinedRow> quarantined,
            QualityChoices choices) {
        QualityExamination examination = new QualityExamination(subject, bars, length, choices);
        examination.asks = asks;
        examination.impossibleRows = quarantinedRows;
        quarantined.forEach(examination::tellRow);
        return examination.examine(share -> {});
    }

    /** A row that was set aside has no bar; its place is in the file, and the sentence names it. */
    private void tellRow(QuarantinedRow row) {
        boolean twice =
                row.reason() == QuarantineReason.DUPLICATE || row.reason() == QuarantineReason.CONFLICTING_DUPLICATE;
        findings.add(
                twice ? FindingKind.DUPLICATE : FindingKind.IMPOSSIBLE,
                bars.firstTimeNanos(),
                bars.lastTimeNanos(),
                1,
                "line " + row.line() + ": " + row.reason().sentence() + ": " + row.text());
    }

    private QualityReport examine(DoubleConsumer progress) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException(subject + " has no bars to examine");
        }
        TradingCalendar calendar = SessionGuess.calendar(choices.session(), bars, length);
        Coverage coverage = new Coverage(bars, length, calendar);
        coverage.examine(findings);
        progress.accept(0.2);
        PriceChecks prices = new PriceChecks(bars, Math.max(LONG_WEEKEND_NANOS, 2 * length.nominalNanos()));
        long stale = prices.stale(findings);
        prices.outliers(findings);
        progress.accept(0.6);
        prices.splits(findings);
        long zero = prices.zeroVolumes(findings);
        ZoneCheck.examine(bars, length, calendar, findings);
        long crossed = CrossedCheck.examine(bars, asks, findings);
        progress.accept(0.7);
        if (choices.anomalies()) {
            AnomalyCheck.examine(bars, findings);
        }
        Scoring scoring = scored(coverage, stale, zero, crossed);
        progress.accept(1);
        return new QualityReport(
                subject,
                SessionGuess.choice(calendar),
                bars.size(),
                bars.firstTimeNanos(),
                bars.lastTimeNanos(),
                scoring.score(),
                scoring.deductions(),
                findings.counts(),
                findings.inTimeOrder(),
                coverage.days());
    }

    private Scoring scored(Coverage coverage, long stale, long zero, long crossed) {
        double size = bars.size();
        Scoring scoring = new Scoring(findings);
        double impossible = impossibleRows / (size + impossibleRows);
        long twice = findings.count(FindingKind.DUPLICATE);
        double partTwice = twice / (double) Math.max(1, twice + findings.count(FindingKind.IMPOSSIBLE));
        scoring.share(FindingKind.IMPOSSIBLE, impossible * (1 - partTwice), 500, 25, "rows that cannot be true");
        scoring.share(FindingKind.DUPLICATE, impossible * partTwice, 200, 15, "rows that are there twice");
        scoring.share(
                FindingKind.GAP,
                coverage.missing() / (double) Math.max(1, coverage.expected()),
                60,
                30,
                "bars are missing");
        scoring.share(FindingKind.STALE, stale / size, 100, 15, "prices stand still");
        scoring.share(
                FindingKind.OUTLIER, findings.count(FindingKind.OUTLIER) / size, 2_000, 20, "prices far from others");
        scoring.share(FindingKind.CROSSED, crossed / size, 200, 20, "bids above asks");
        scoring.share(FindingKind.ZERO_VOLUME, zero / size, 20, 10, "nothing traded");
        scoring.each(FindingKind.ZONE, 15, 15, "the times seem to be of another zone");
        scoring.each(FindingKind.SPLIT, 5, 15, "jumps that look like splits");
        return scoring;
    }
}
