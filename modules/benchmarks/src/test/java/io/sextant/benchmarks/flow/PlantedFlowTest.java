package io.sextant.benchmarks.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.orderflow.FlowGuard;
import io.sextant.benchmarks.flow.PlantedFlow.Score;
import io.sextant.domain.market.FlowAnomaly.Kind;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlantedFlowTest {

    private static final int MARKETS = Integer.getInteger("sextant.planted.markets", 2);

    /** Below what docs/methods/orderflow.md tells, above what a detector that guesses would reach. */
    @Test
    void plantedSpoofingAndIcebergsAreFoundAndLittleElse() {
        Map<Kind, Score> scores = PlantedFlow.score(MARKETS, 120, FlowGuard.Settings.USUAL);
        Score spoofing = Objects.requireNonNull(scores.get(Kind.SPOOFING));
        Score icebergs = Objects.requireNonNull(scores.get(Kind.ICEBERG));

        assertThat(spoofing.planted()).isGreaterThan(50);
        assertThat(spoofing.recall()).isGreaterThan(0.75);
        assertThat(spoofing.precision()).isGreaterThan(0.95);
        assertThat(icebergs.planted()).isGreaterThan(8);
        assertThat(icebergs.recall()).isGreaterThan(0.55);
        assertThat(icebergs.precision()).isGreaterThan(0.85);
    }

    @Test
    void theSameSeedGivesTheSameAlarms() {
        PlantedMarket first = new PlantedMarket(3, FlowGuard.Settings.USUAL);
        PlantedMarket second = new PlantedMarket(3, FlowGuard.Settings.USUAL);
        first.run(20, true);
        second.run(20, true);
        assertThat(first.alarms()).isNotEmpty().isEqualTo(second.alarms());
        assertThat(first.plantings()).isNotEmpty().isEqualTo(second.plantings());
    }
}
