package io.sextant.ui.panel.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.request.WatchlistState;
import io.sextant.ui.testing.FakeInstruments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketModelTest {

    private static final long SECOND = 1_000_000_000L;

    private final MarketModel model = new MarketModel(FakeInstruments.CATALOG.all());

    private static FlowAnomaly seen(long nanos, FlowAnomaly.Kind kind) {
        return new FlowAnomaly(
                FakeInstruments.BTC, kind, nanos, Side.BUY, Price.parse("60000"), Quantity.parse("1"), 9);
    }

    private MarketRow bitcoin() {
        return model.findShown(FakeInstruments.BTC).orElseThrow().get();
    }

    private void timeIs(long nanos) {
        model.update(new WatchlistState(
                nanos,
                List.of(new WatchlistState.Row(
                        FakeInstruments.BTC,
                        Optional.of(Price.parse("60000")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new double[0]))));
    }

    @Test
    void showsTheNewestThatIsUnusualUntilFiveMinutesAreOver() {
        assertThat(bitcoin().unusual()).isNull();
        model.see(seen(10 * SECOND, FlowAnomaly.Kind.SWEEP));
        model.see(seen(20 * SECOND, FlowAnomaly.Kind.ICEBERG));
        timeIs(320 * SECOND);
        assertThat(bitcoin().unusual()).isEqualTo(seen(20 * SECOND, FlowAnomaly.Kind.ICEBERG));
        timeIs(321 * SECOND);
        assertThat(bitcoin().unusual()).isNull();
    }
}
