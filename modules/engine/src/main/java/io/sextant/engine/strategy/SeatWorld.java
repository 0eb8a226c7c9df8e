package io.sextant.engine.strategy;

import io.sextant.domain.regime.RegimeName;
import io.sextant.strategy.kind.Scene.Outlook;
import org.jspecify.annotations.Nullable;

/** What stands beside the engine and a strategy may ask for, as of a moment: forecasts and regimes. */
public interface SeatWorld {

    @Nullable Outlook outlook(int instrument, long nanos);

    @Nullable RegimeName regime(int instrument, long nanos);

    SeatWorld EMPTY = new SeatWorld() {
        @Override
        public @Nullable Outlook outlook(int instrument, long nanos) {
            return null;
        }

        @Override
        public @Nullable RegimeName regime(int instrument, long nanos) {
            return null;
        }
    };
}
