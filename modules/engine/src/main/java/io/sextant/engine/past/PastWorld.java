package io.sextant.engine.past;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.regime.RegimeName;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.forecast.PastForecasts;
import io.sextant.engine.regime.PastRegimes;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts and regimes as a desk would have told them at each bar of the past. It is put together once and does not change: any number of
 * runs over the same bars read it.
 */
public final class PastWorld implements SeatWorld {

    private final List<PastForecasts> forecasts;
    private final List<PastRegimes> regimes;
    private final int bars;

    private PastWorld(List<PastForecasts> forecasts, List<PastRegimes> regimes, int bars) {
        this.forecasts = List.copyOf(forecasts);
        this.regimes = List.copyOf(regimes);
        this.bars = bars;
    }

    /** Walks through all bars of all instruments, which takes as long as the trainings on the way. */
    public static PastWorld of(BacktestMarket market, PastDesk desk, Progress progress) {
        List<PastForecasts> forecasts = new ArrayList<>();
        List<PastRegimes> regimes = new ArrayList<>();
        int walks = market.instruments() * ((desk.forecasts().isEmpty() ? 0 : 1) + (desk.regimes() ? 1 : 0));
        for (int i = 0; i < market.instruments(); i++) {
            BarSeries of = market.bars(i);
            double[] closes = Arrays.copyOf(of.close(), of.size());
            if (!desk.forecasts().isEmpty()) {
                forecasts.add(PastForecasts.of(
                        market.id(i),
                        market.endNanos(i),
                        closes,
                        desk.models(),
                        desk.forecasts(),
                        desk.refitBars(),
                        new Part(progress, forecasts.size() + regimes.size(), walks)));
            }
            if (desk.regimes()) {
                regimes.add(PastRegimes.of(
                        market.id(i),
                        market.endNanos(i),
                        closes,
                        desk.refitBars(),
                        new Part(progress, forecasts.size() + regimes.size(), walks)));
            }
        }
        int bars = IntStream.range(0, market.instruments())
                .map(i -> market.bars(i).size())
                .sum();
        return new PastWorld(forecasts, regimes, bars);
    }

    @Override
    public @Nullable Outlook outlook(int instrument, long nanos) {
        return forecasts.isEmpty() ? null : forecasts.get(instrument).at(nanos);
    }

    @Override
    public @Nullable RegimeName regime(int instrument, long nanos) {
        return regimes.isEmpty() ? null : regimes.get(instrument).at(nanos);
    }

    public boolean tellsRegimes() {
        return !regimes.isEmpty();
    }

    /** Of all instruments. */
    public int bars() {
        return bars;
    }

    /** How often models were trained, over all instruments. */
    public int trainings() {
        return forecasts.stream().mapToInt(PastForecasts::trainings).sum();
    }

    /** At how many bars a champion had measured skill, over all instruments. */
    public int skilledBars() {
        return forecasts.stream().mapToInt(PastForecasts::skilledBars).sum();
    }

    /** How often regimes were learned, over all instruments. */
    public int learnings() {
        return regimes.stream().mapToInt(PastRegimes::learnings).sum();
    }

    /** One walk of several. */
    private record Part(Progress whole, int number, int of) implements Progress {

        @Override
        public void done(double share) {
            whole.done((number + share) / of);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }

        @Override
        public void checkCancelled() {
            whole.checkCancelled();
        }
    }
}
