package io.sextant.marketdata.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sextant.domain.dataset.Deduction;
import io.sextant.domain.dataset.Finding;
import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.BarRule;
import io.sextant.marketdata.calendar.Session;
import io.sextant.marketdata.calendar.TradingCalendar;
import io.sextant.marketdata.file.FileSeries;
import io.sextant.marketdata.file.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityExaminationTest {

    private static final long MINUTE = Timeframe.M1.nominalNanos();
    private static final long START = 1_704_067_200_000_000_000L;
    private static final QualityChoices ALWAYS = new QualityChoices(SessionChoice.ALWAYS, false);

    private static final Path DATA = Path.of("../../../shared/data");

    /** A walk of minutes around the clock in which a test can spoil something. */
    private static BarSeriesBuilder walk(int count, Spoiler spoiler) {
        SeededRandom random = new SeededRandom(7);
        BarSeriesBuilder bars = new BarSeriesBuilder();
        double price = 100;
        for (int i = 0; i < count; i++) {
            double open = price;
            double close = open * Math.exp(0.0005 * random.nextGaussian());
            double high = Math.max(open, close) * (1 + 0.0002 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.0002 * random.nextDouble());
            double[] bar = {open, high, low, close, 1 + random.nextInt(100)};
            if (spoiler.spoil(i, bar)) {
                bars.add(START + i * MINUTE, bar[0], bar[1], bar[2], bar[3], bar[4]);
            }
            price = close;
        }
        return bars;
    }

    @FunctionalInterface
    private interface Spoiler {
        boolean spoil(int i, double[] bar);
    }

    private static QualityReport examine(BarSeriesBuilder bars, QualityChoices choices) {
        return QualityExamination.ofBars("X", bars.build(), Timeframe.M1, choices, share -> {});
    }

    private static List<Finding> of(QualityReport report, FindingKind kind) {
        return report.findings().stream().filter(one -> one.kind() == kind).toList();
    }

    @Test
    void nothingIsWrongWithAWholeSeries() {
        QualityReport report = examine(walk(3_000, (i, bar) -> true), ALWAYS);

        assertThat(report.score()).isEqualTo(100);
        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage())
                .hasSize(3)
                .allSatisfy(day -> assertThat(day.present()).isEqualTo(day.expected()));
    }

    @Test
    void aGapIsToldWithItsPlaceAndLength() {
        QualityReport report = examine(walk(2_000, (i, bar) -> i < 500 || i >= 560), ALWAYS);

        assertThat(of(report, FindingKind.GAP)).singleElement().satisfies(gap -> {
            assertThat(gap.timeNanos()).isEqualTo(START + 500 * MINUTE);
            assertThat(gap.endNanos()).isEqualTo(START + 560 * MINUTE);
            assertThat(gap.size()).isEqualTo(60);
        });
        assertThat(report.score()).isCloseTo(100 - 60 * 0.03, within(1e-9));
        assertThat(report.deductions()).extracting(Deduction::kind).containsExactly(FindingKind.GAP);
    }

    @Test
    void aSpikeIsAnOutlierAndAMoveIsNot() {
        QualityReport report = examine(
                walk(2_000, (i, bar) -> {
                    if (i == 700) {
                        bar[1] *= 1.2;
                    }
                    if (i >= 1_000) {
                        for (int k = 0; k < 4; k++) {
                            bar[k] *= 1.05;
                        }
                    }
                    return true;
                }),
                ALWAYS);

        assertThat(of(report, FindingKind.OUTLIER))
                .extracting(Finding::timeNanos)
                .containsExactly(START + 700 * MINUTE);
    }

    @Test
    void aPriceThatStandsIsStale() {
        QualityReport report = examine(
                walk(2_000, (i, bar) -> {
                    if (i >= 100 && i < 140) {
                        bar[0] = bar[1] = bar[2] = bar[3] = 100;
                        bar[4] = 0;
                    }
                    return true;
                }),
                ALWAYS);

        assertThat(of(report, FindingKind.STALE)).singleElement().satisfies(stale -> {
            assertThat(stale.size()).isEqualTo(40);
            assertThat(stale.timeNanos()).isEqualTo(START + 100 * MINUTE);
        });
        assertThat(report.counts()).containsEntry(FindingKind.ZERO_VOLUME, 40L);
    }

    @Test
    void aJumpByAWholeRatioLooksLikeASplit() {
        QualityReport report = examine(
                walk(2_000, (i, bar) -> {
                    for (int k = 0; k < 4 && i >= 900; k++) {
                        bar[k] /= 4;
                    }
                    return true;
                }),
                ALWAYS);

        assertThat(of(report, FindingKind.SPLIT)).singleElement().satisfies(split -> {
            assertThat(split.timeNanos()).isEqualTo(START + 900 * MINUTE);
            assertThat(split.sentence()).contains("4 for 1");
        });
    }

    @Test
    void anOddBarIsAHintThatCostsNothingAndCanBeLeftOut() {
        Spoiler odd = (i, bar) -> {
            if (i == 1_234) {
                bar[1] *= 1.02;
                bar[2] *= 0.98;
                bar[3] = bar[1];
                bar[4] *= 5_000;
            }
            return true;
        };

        QualityReport with = examine(walk(3_000, odd), new QualityChoices(SessionChoice.ALWAYS, true));
        QualityReport without = examine(walk(3_000, odd), ALWAYS);

        assertThat(of(with, FindingKind.ANOMALY)).extracting(Finding::timeNanos).contains(START + 1_234 * MINUTE);
        assertThat(of(without, FindingKind.ANOMALY)).isEmpty();
        assertThat(with.score()).isEqualTo(without.score());
    }

    @Test
    void bidsAboveAsksAreCrossed() {
        BarSeries bids = walk(100, (i, bar) -> true).build();
        BarSeries asks = walk(100, (i, bar) -> {
                    for (int k = 0; k < 4; k++) {
                        bar[k] *= i == 40 ? 0.999 : 1.001;
                    }
                    return true;
                })
                .build();

        QualityReport report = QualityExamination.ofQuotes("X", bids, asks, BarLength.parse("1m"), ALWAYS, share -> {});

        assertThat(of(report, FindingKind.CROSSED))
                .extracting(Finding::timeNanos)
                .containsExactly(START + 40 * MINUTE);
    }

    @Test
    void clocksOfNewYorkReadAsUtcAreSuspected() {
        BarSeriesBuilder right = new BarSeriesBuilder();
        BarSeriesBuilder wrong = new BarSeriesBuilder();
        long offset = 5 * Timeframe.H1.nominalNanos();
        for (LocalDate day = LocalDate.of(2024, 1, 2); day.isBefore(LocalDate.of(2024, 2, 1)); day = day.plusDays(1)) {
            Optional<Session> session = TradingCalendar.US_EQUITIES.session(day);
            if (session.isPresent()) {
                for (long time = session.get().openNanos(); time < session.get().closeNanos(); time += MINUTE) {
                    double price = 100 + time / MINUTE % 7;
                    right.add(time, price, price + 1, price - 1, price, 10);
                    wrong.add(time - offset, price, price + 1, price - 1, price, 10);
                }
            }
        }

        QualityReport good = examine(right, QualityChoices.USUAL);
        QualityReport bad = examine(wrong, QualityChoices.USUAL);

        assertThat(good.session()).isEqualTo(SessionChoice.US_EQUITIES);
        assertThat(good.counts()).doesNotContainKeys(FindingKind.ZONE, FindingKind.GAP);
        assertThat(bad.counts()).containsEntry(FindingKind.ZONE, 1L);
        assertThat(of(bad, FindingKind.ZONE).getFirst().sentence()).contains("America/New_York");
    }

    @Test
    void aYearOfBitcoinHasTheGapsThatAnotherProgramFound() {
        assumeThat(DATA).as("the shared data is not on this machine").isDirectory();

        QualityReport report =
                shared("crypto/bitfinex_btcusd_1m_2016.csv.gz", "BITFINEX-BTCUSD", Timeframe.M1, ZoneOffset.UTC);

        assertThat(report.session()).isEqualTo(SessionChoice.ALWAYS);
        assertThat(report.counts()).containsEntry(FindingKind.GAP, 63_912L);
        long expected =
                report.coverage().stream().mapToLong(day -> day.expected()).sum();
        long present =
                report.coverage().stream().mapToLong(day -> day.present()).sum();
        assertThat(expected - present).isEqualTo(233_809);
        assertThat(of(report, FindingKind.GAP).stream()
                        .mapToDouble(Finding::size)
                        .max())
                .hasValue(87_839);
        assertThat(report.counts()).doesNotContainKeys(FindingKind.ZERO_VOLUME, FindingKind.SPLIT);
    }

    @Test
    void rawSharesShowTheirSplitsAndTheRightZoneSilencesTheSuspicion() {
        assumeThat(DATA).as("the shared data is not on this machine").isDirectory();

        QualityReport apple = shared("equities/lean_aapl_daily.csv.gz", "LEAN-AAPL", Timeframe.D1, ZoneOffset.UTC);
        String spy = "equities/lean_spy_1m_20131007_11.csv.gz";

        assertThat(apple.session()).isEqualTo(SessionChoice.US_EQUITIES);
        assertThat(apple.counts()).doesNotContainKey(FindingKind.GAP);
        assertThat(of(apple, FindingKind.SPLIT)).hasSizeBetween(3, 4);
        assertThat(shared(spy, "LEAN-SPY", Timeframe.M1, ZoneOffset.UTC).counts())
                .containsKey(FindingKind.ZONE);
        assertThat(shared(spy, "LEAN-SPY", Timeframe.M1, ZoneId.of("America/New_York"))
                        .counts())
                .doesNotContainKey(FindingKind.ZONE);
    }

    private static QualityReport shared(String file, String symbol, Timeframe timeframe, ZoneId zone) {
        FileSeries read = FileSeries.read(
                DATA.resolve(file), new Reading(Optional.empty(), zone, Optional.empty(), false, BarRule.parse("1s")));
        return QualityExamination.ofBars(
                symbol,
                read.getSeries(symbol),
                timeframe,
                new QualityChoices(SessionChoice.TOLD_BY_BARS, false),
                share -> {});
    }
}
