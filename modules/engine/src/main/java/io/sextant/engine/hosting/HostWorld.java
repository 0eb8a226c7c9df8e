package io.sextant.engine.hosting;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeName;
import io.sextant.engine.forecast.ForecastDesk;
import io.sextant.engine.regime.RegimeDesk;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the desk beside the engine knew when a bar was over; an answer comes once it has looked at that bar. */
public interface HostWorld {

    CompletionStage<Optional<Outlook>> outlook(InstrumentId instrument, Timeframe timeframe, long endNanos);

    CompletionStage<Optional<RegimeName>> regime(InstrumentId instrument, Timeframe timeframe, long endNanos);

    static HostWorld of(ForecastDesk forecasts, RegimeDesk regimes) {
        return new HostWorld() {
            @Override
            public CompletionStage<Optional<Outlook>> outlook(
                    InstrumentId instrument, Timeframe timeframe, long endNanos) {
                return forecasts.outlook(instrument, timeframe, endNanos);
            }

            @Override
            public CompletionStage<Optional<RegimeName>> regime(
                    InstrumentId instrument, Timeframe timeframe, long endNanos) {
                return regimes.regime(instrument, timeframe, endNanos);
            }
        };
    }

    /** A desk that forecasts nothing and tells no regime. */
    HostWorld NOTHING = new HostWorld() {
        @Override
        public CompletionStage<Optional<Outlook>> outlook(InstrumentId instrument, Timeframe timeframe, long endNanos) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletionStage<Optional<RegimeName>> regime(
                InstrumentId instrument, Timeframe timeframe, long endNanos) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    };
}
