package io.sextant.engine.past;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.LabPast;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.forecast.ForecastModels;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.strategy.kind.Needs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk of the past beside tests of strategies. The newest walk is kept: settings are tried one after the other on the same bars. */
public final class PastShelf implements LabPast {

    private final ForecastModels models;
    private @Nullable Walked newest;

    private record Walked(BacktestSetup about, String bars, PastWorld world) {}

    public PastShelf(ForecastModels models) {
        this.models = models;
    }

    private PastDesk desk(BacktestSetup.Past past) {
        return new PastDesk(
                models,
                past.forecasts().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList(),
                past.regimes(),
                past.refitBars());
    }

    @Override
    public String heard(BacktestSetup.Past past, Needs needs) {
        return desk(past).heardBy(needs);
    }

    @Override
    public Optional<Walk> walk(BacktestSetup setup, BacktestMarket market, Progress progress) {
        if (setup.past().tellsNothing()) {
            return Optional.empty();
        }
        PastDesk desk = desk(setup.past());
        return Optional.of(new Told(new PastWorlds(desk, market, world(setup, market, desk, progress), progress)));
    }

    private record Told(PastWorlds worlds) implements Walk {

        @Override
        public SeatWorld over(BacktestMarket market) {
            return worlds.over(market);
        }

        @Override
        public BacktestReport.Told told() {
            PastWorld of = worlds.world();
            return new BacktestReport.Told(of.trainings(), (double) of.skilledBars() / of.bars(), of.learnings());
        }

        @Override
        public List<BacktestReport.InRegime> regimes(BacktestRun run, double[] holding) {
            return worlds.world().tellsRegimes()
                    ? InRegimes.of(run, holding, worlds.world()).stream()
                            .map(part -> new BacktestReport.InRegime(
                                    part.regime(), part.bars(), part.returnShare(), part.holdingReturn()))
                            .toList()
                    : List.of();
        }
    }

    private PastWorld world(BacktestSetup setup, BacktestMarket market, PastDesk desk, Progress progress) {
        BacktestSetup about = about(setup);
        String bars = bars(market);
        synchronized (this) {
            if (newest != null && newest.about.equals(about) && newest.bars.equals(bars)) {
                return newest.world;
            }
        }
        PastWorld world = PastWorld.of(market, desk, progress);
        synchronized (this) {
            newest = new Walked(about, bars, world);
        }
        return world;
    }

    /** What does not change what is told is left out. */
    private static BacktestSetup about(BacktestSetup setup) {
        return new BacktestSetup(
                "",
                Map.of(),
                setup.instruments(),
                setup.timeframe(),
                setup.fromNanos(),
                setup.toNanos(),
                1,
                new BacktestSetup.Costs(0, 0, 0),
                BacktestSetup.Fill.NEXT_OPEN,
                true,
                setup.past());
    }

    private static String bars(BacktestMarket market) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < market.instruments(); i++) {
            int size = market.bars(i).size();
            text.append(size)
                    .append(' ')
                    .append(market.bars(i).lastTimeNanos())
                    .append(' ')
                    .append(Arrays.hashCode(Arrays.copyOf(market.bars(i).close(), size)))
                    .append(';');
        }
        return text.toString();
    }
}
