package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.TestMarket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedGoneTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long RECORDED_NANOS = 5_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void nothingNewIsSentOnTheLastPricesOfARecordingThatIsOver() throws Exception {
        Path recording = folder.resolve("market.recording");
        long startNanos = CoreSession.START_NANOS;
        TestMarket.record(recording, 3, startNanos, startNanos + RECORDED_NANOS);
        CoreSession session = CoreSession.begin(TestMarket.onPaper(recording, startNanos));
        session.run(500);
        PlaceOrder order = farBelowTheMarket(session);
        assertThat(session.apply(order)).isInstanceOf(Outcome.Done.class);

        session.run(Integer.MAX_VALUE);

        assertThat(session.apply(order))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.FEED_GONE));
        assertThat(session.apply(new CancelOrder(new OrderId(1)))).isInstanceOf(Outcome.Done.class);
    }

    private static PlaceOrder farBelowTheMarket(CoreSession session) {
        int index = session.core().instruments().indexOf(BTC);
        Instrument bitcoin = session.core().instruments().get(index);
        long ticks = session.core().lastTicks()[index] * 97 / 100;
        return new PlaceOrder(OrderDraft.limit(
                BTC, Side.BUY, Quantity.parse("0.01"), bitcoin.priceOf(ticks), OrderOrigin.COMMAND_LINE));
    }
}
