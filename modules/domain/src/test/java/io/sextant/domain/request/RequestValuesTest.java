package io.sextant.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RequestValuesTest {

    private static final InstrumentId ACME = InstrumentId.of("ACME");

    @Test
    void changeIsCountedFromAnOpenAboveZero() {
        assertThat(row("110", "100").changePct()).isCloseTo(10, within(1e-12));
        assertThat(row("110", "0").changePct()).isNaN();
        assertThat(row("-5", "-10").changePct()).isNaN();
        assertThat(new WatchlistState.Row(
                                ACME,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new double[0])
                        .changePct())
                .isNaN();
    }

    @Test
    void rowsAreEqualWhenTheirSparksAre() {
        assertThat(row("1", "1")).isEqualTo(row("1", "1")).hasSameHashCodeAs(row("1", "1"));
        assertThat(row("1", "1")).isNotEqualTo(row("1", "2"));
    }

    private static WatchlistState.Row row(String last, String open) {
        return new WatchlistState.Row(
                ACME,
                Optional.of(Price.parse(last)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Price.parse(open)),
                new double[] {1, 2});
    }

    @Test
    void nobodyAsksForNothing() {
        refused(() -> new Query.Bars(ACME, Timeframe.M1, 0, 0));
        refused(() -> new Query.OrderHistory(0));
        refused(() -> new Query.Fills(-1));
        refused(() -> new Query.NewestEvents(0));
        refused(() -> new Query.Equity(0, 0));
        refused(() -> new Job.SimulateHistory(1, ACME, Timeframe.D1, 0, 0));
        refused(() -> new EquityCurve(new long[1], new double[2]));
    }

    private static void refused(ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
    }
}
