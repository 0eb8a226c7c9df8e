package io.sextant.marketdata.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.CorporateAction.Dividend;
import io.sextant.marketdata.bar.CorporateAction.Split;
import io.sextant.marketdata.file.FileSeries;
import io.sextant.marketdata.file.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdjustedBarsTest {

    private static final long DAY = Timeframe.D1.nominalNanos();

    @Test
    void aSplitMovesPricesAndVolumesBeforeItAndNothingBehind() {
        BarSeries raw = closes(100, 102, 51, 52);

        AdjustedBars bars = AdjustedBars.of(raw, List.of(new Split(2 * DAY, 2, 1)));

        assertThat(bars.raw()).isSameAs(raw);
        assertThat(bars.adjusted().close()).containsExactly(50, 51, 51, 52);
        assertThat(bars.adjusted().volume()).containsExactly(20, 20, 10, 10);
        assertThat(bars.priceFactor()).containsExactly(0.5, 0.5, 1, 1);
    }

    @Test
    void aDividendMovesPricesByWhatItTookFromTheLastClose() {
        AdjustedBars bars = AdjustedBars.of(closes(100, 100, 98, 98), List.of(new Dividend(2 * DAY, 2)));

        assertThat(bars.adjusted().close()[1]).isCloseTo(98, within(1e-12));
        assertThat(bars.adjusted().volume()).containsExactly(10, 10, 10, 10);
    }

    @Test
    void actionsMultiplyInWhateverOrderTheyAreGiven() {
        BarSeries raw = closes(100, 50, 50, 10);
        List<CorporateAction> actions = List.of(new Split(DAY, 2, 1), new Split(3 * DAY, 5, 1));

        assertThat(AdjustedBars.of(raw, actions).adjusted().close()).containsExactly(10, 10, 10, 10);
        assertThat(AdjustedBars.of(raw, actions.reversed()).adjusted())
                .isEqualTo(AdjustedBars.of(raw, actions).adjusted());
    }

    @Test
    void applesReturnsHaveNoSplitLeftInThem() {
        Path file = Path.of("../../../shared/data/equities/lean_aapl_daily.csv.gz");
        assumeThat(file).as("the shared data is not on this machine").exists();
        BarSeries raw = FileSeries.read(
                        file,
                        new Reading(Optional.empty(), ZoneOffset.UTC, Optional.empty(), false, BarRule.parse("1s")))
                .getSeries("LEAN-AAPL");

        BarSeries adjusted = AdjustedBars.of(
                        raw,
                        List.of(
                                new Split(day(2000, 6, 21), 2, 1),
                                new Split(day(2005, 2, 28), 2, 1),
                                new Split(day(2014, 6, 9), 7, 1),
                                new Split(day(2020, 8, 31), 4, 1)))
                .adjusted();

        for (int i = 1; i < adjusted.size(); i++) {
            double opening = adjusted.open()[i] / adjusted.close()[i - 1];
            assertThat(opening).as("day %d", i).isBetween(0.5, 1.3);
        }
        assertThat(adjusted.close()[0]).isCloseTo(raw.close()[0] / 112, within(1e-9));
    }

    private static long day(int year, int month, int dayOfMonth) {
        return LocalDate.of(year, month, dayOfMonth).toEpochDay() * DAY;
    }

    private static BarSeries closes(double... closes) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < closes.length; i++) {
            bars.add(i * DAY, closes[i], closes[i], closes[i], closes[i], 10);
        }
        return bars.build();
    }
}
