package io.sextant.domain.codec;

import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeSwitch;
import java.util.Random;

/** Random values of what watchers tell: anomalies of the flow, models and regimes. */
final class WatchArbitraries {

    private final RecordArbitraries draw;
    private final Random random;

    WatchArbitraries(RecordArbitraries draw, Random random) {
        this.draw = draw;
        this.random = random;
    }

    ForecastChange forecastChange() {
        return new ForecastChange(
                draw.instrumentId(),
                draw.any(Timeframe.values()),
                draw.any(ForecastChange.Kind.values()),
                draw.text(),
                draw.text());
    }

    RegimeSwitch regimeSwitch() {
        return new RegimeSwitch(
                draw.instrumentId(),
                draw.any(Timeframe.values()),
                draw.any(RegimeName.values()),
                draw.any(RegimeName.values()),
                (int) (draw.number() % 101),
                draw.number());
    }

    FlowAnomaly anomaly() {
        return new FlowAnomaly(
                draw.instrumentId(),
                draw.any(FlowAnomaly.Kind.values()),
                draw.number(),
                draw.any(Side.values()),
                draw.price(),
                draw.someQuantity(),
                random.nextGaussian());
    }
}
