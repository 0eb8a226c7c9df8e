package io.sextant.engine;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.Hearing;
import io.sextant.engine.forecast.ForecastModels;
import io.sextant.engine.past.PastDesk;
import io.sextant.engine.past.PastWorld;
import io.sextant.engine.past.PastWorlds;
import io.sextant.strategy.kind.Needs;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk of the past beside tests of strategies. The newest walk is kept: settings are tried one after the other on the same bars. */
final class LabPast {

    private final ForecastModels models;
    private @Nullable Walked newest;

    private record Walked(BacktestSetup about, String bars, PastWorld world) {}

    LabPast(ForecastModels models) {
        this.models = models;
    }

    /** Refuses with a sentence by an exception. */
    PastDesk desk(BacktestSetup.Past past) {
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

    /** By what runs that hear something are told from others among trials. */
    String heard(BacktestSetup.Past past, Needs needs) {
        return desk(past).heardBy(needs);
    }

    /** What is told over these bars; empty where nothing was asked for. */
    Optional<PastWorlds> worlds(BacktestSetup setup, BacktestMarket market, JobWorks.Progress progress) {
        if (setup.past().tellsNothing()) {
            return Optional.empty();
        }
        PastDesk desk = desk(setup.past());
        return Optional.of(new PastWorlds(desk, market, world(setup, market, desk, progress), progress));
    }

    /** The same where the strategy hears it. */
    Hearing hearing(BacktestSetup setup, Needs needs, BacktestMarket market, JobWorks.Progress progress) {
        return needs.forecast() || needs.regime()
                ? worlds(setup, market, progress).map(Hearing.class::cast).orElse(Hearing.NOTHING)
                : Hearing.NOTHING;
    }

    private PastWorld world(BacktestSetup setup, BacktestMarket market, PastDesk desk, JobWorks.Progress progress) {
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
