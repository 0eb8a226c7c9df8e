package io.sextant.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.coinbase.CoinbaseConnector;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.standin.CoinbaseShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.RequestFault;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.LoopbackServer;
import io.sextant.exchange.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bars of the past over a real socket; the waits for a turn are stepped, not slept. */
class BarRequestsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long START = 1_790_002_800L * SECOND;

    private final VirtualTime time = new VirtualTime(START);
    private final FaultPlan plan = FaultPlan.none();
    private final StandInExchange exchange =
            new StandInExchange(new CoinbaseShape(), List.of(ListedPair.ETH_USD), 4, time, time, plan);
    private final LoopbackServer server = new LoopbackServer(exchange);
    private final CoinbaseConnector coinbase = new CoinbaseConnector("http://127.0.0.1:" + server.port(), "");
    private final WeightLimiter limiter = new WeightLimiter(600);
    private final BarRequests requests =
            new BarRequests(coinbase, limiter, time, nanos -> time.runUntil(time.nanos() + nanos));
    private Listing eth;

    @BeforeEach
    void open() throws VenueException {
        eth = coinbase.listings(List.of(InstrumentId.of("ETH-USD"))).getFirst();
        for (int i = 0; i < 60; i++) {
            exchange.move(0);
            time.runUntil(time.nanos() + 5 * SECOND);
        }
        time.runUntil(START + 2_000 * MINUTE);
        exchange.move(0);
        for (int i = 0; i < 60; i++) {
            exchange.move(0);
            time.runUntil(time.nanos() + 5 * SECOND);
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void stepsOverTimesOfWhichAWholeAnswerHasNothing() throws VenueException {
        List<BarSeries> told = new ArrayList<>();
        requests.ask(eth, Timeframe.M1, START - 1_000 * MINUTE, time.nanos(), Integer.MAX_VALUE, told::add);
        BarSeries bars = BarSeries.concat(told);
        assertThat(bars.size()).isEqualTo(exchange.all().getFirst().bars(MINUTE).size());
        assertThat(bars.firstTimeNanos()).isEqualTo(START);
        assertThat(bars.lastTimeNanos()).isGreaterThanOrEqualTo(START + 2_000 * MINUTE);
    }

    @Test
    void waitsForItsTurnAmongAllWhoAskTheVenue() throws VenueException {
        long before = time.nanos();
        for (int i = 0; i < 400; i++) {
            limiter.reserve(1, before);
        }
        requests.ask(eth, Timeframe.M1, START, START + MINUTE, 1, bars -> {});
        assertThat(time.nanos()).isGreaterThan(before + 20 * SECOND);
    }

    @Test
    void aComplaintMakesAllWait() {
        plan.order(RequestFault.TOO_MANY_REQUESTS);
        assertThatThrownBy(() -> requests.ask(eth, Timeframe.M1, START, START + MINUTE, 1, bars -> {}))
                .isInstanceOf(VenueException.class);
        assertThat(limiter.complaints()).isEqualTo(1);
        assertThat(limiter.reserve(1, time.nanos())).isEqualTo(time.nanos() + 2 * SECOND);
    }
}
