package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EnableStrategy;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.request.GateStatus;
import io.sextant.engine.testing.TestMarket;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The morning of 1 August 2012 at Knight Capital (SEC release 34-70694): a parent order that no longer counted its fills sent child
 * orders without end. Here it also varies its quantities, so that no child is like the one before.
 */
class KnightMorningTest {

    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int MOST_CHILDREN = 20;

    private final TestMarket market = TestMarket.simulated(3, START_NANOS);
    private final PowerPeg peg = new PowerPeg(market.terms().instruments());
    private final TradingCore core =
            new TradingCore(market.terms(), market.feed(), market.venue(), List.of(peg), CompletedBars.Sink.NONE);

    @Test
    void isStoppedWithinASecondAndStaysStoppedUntilAPersonEnablesIt() {
        Money equity = Money.parse("200000", Currency.USD);
        core.apply(
                START_NANOS,
                new CommandKey("limits"),
                new ChangeRiskLimits(
                        DefaultLimits.of(market.instruments().catalog(), equity, market.instruments()::startTicks)
                                .withStrategies(List.of(DefaultLimits.strategy(peg.name(), equity)))));
        run(20_000);
        peg.sends = true;
        run(200_000);

        assertThat(peg.sentNanos).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_CHILDREN);
        assertThat(peg.sentNanos.getLast() - peg.sentNanos.getFirst()).isLessThanOrEqualTo(SECOND_NANOS);
        assertThat(core.marketNanos() - peg.sentNanos.getLast()).isGreaterThan(60 * SECOND_NANOS);
        assertThat(peg.refused).isGreaterThan(1_000);
        GateStatus status = core.views().gate();
        assertThat(status.strategies()).containsExactly(new GateStatus.StrategyLight(peg.name(), true));
        assertThat(status.lights())
                .filteredOn(light -> light.control() == GateControl.REPEATED_EXECUTION)
                .allSatisfy(light -> assertThat(light.share()).isEqualTo(1));

        int before = peg.sentNanos.size();
        core.apply(core.marketNanos(), new CommandKey("again"), new EnableStrategy(peg.name(), "it was looked at"));
        run(2_000);
        assertThat(peg.sentNanos.size()).isGreaterThan(before);
    }

    private void run(int steps) {
        for (int i = 0; i < steps; i++) {
            core.step();
        }
    }

    /** Buys at every quote of one instrument, and never looks at what it bought. */
    private static final class PowerPeg implements Strategy {

        private static final int CHILDREN_A_QUOTE = 5;

        private final int instrument;
        private final long smallestLots;
        private final List<Long> sentNanos = new ArrayList<>();
        private boolean sends;
        private long children;
        private long refused;

        PowerPeg(InstrumentCatalog instruments) {
            instrument = instruments.all().stream()
                    .filter(one -> one.id().symbol().startsWith("BTC"))
                    .mapToInt(one -> instruments.indexOf(one.id()))
                    .findFirst()
                    .orElseThrow();
            var terms = instruments.get(instrument);
            smallestLots = Math.max(1, terms.lotsOf(terms.rules().minQuantity()));
        }

        @Override
        public String name() {
            return "power peg";
        }

        @Override
        public void onQuote(
                int quoted, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots, OrderDesk desk) {
            if (!sends || quoted != instrument || askLots == 0) {
                return;
            }
            for (int i = 0; i < CHILDREN_A_QUOTE; i++) {
                long lots = smallestLots + children++ % 50;
                long order = desk.placeLimit(
                        instrument, Side.BUY, lots, askTicks, BookEntry.IMMEDIATE_OR_CANCEL, "parent not full");
                if (order == 0) {
                    refused++;
                } else {
                    sentNanos.add(timeNanos);
                }
            }
        }
    }
}
