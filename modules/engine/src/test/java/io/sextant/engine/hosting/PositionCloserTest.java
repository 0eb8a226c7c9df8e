package io.sextant.engine.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.core.HostedViews.BookNow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stop-and-close looks fifty times a second; what it sends is another matter. */
class PositionCloserTest {

    private static final long LOOK = 20_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW = 3 * SECOND;
    private static final InstrumentId ID = InstrumentId.of("TESTED");
    private static final InstrumentCatalog CATALOG = new InstrumentCatalog(
            List.of(new Equity(ID, "Tested", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE)));

    private record Sent(long nanos, Command command) {}

    private final List<Sent> sent = new ArrayList<>();
    private Optional<RefusalCode> refuses = Optional.empty();
    private VenueTrust trust = VenueTrust.AGREED;
    private long nowNanos = 5 * SECOND;
    private final PositionCloser closer = new PositionCloser(
            new HostingTerms(
                    "one",
                    "sma-cross",
                    Map.of(),
                    List.of(ID),
                    Timeframe.M1,
                    Money.parse("1000", Currency.USD),
                    new HostingLimits(Money.parse("1000", Currency.USD), Money.parse("1000", Currency.USD), 600, 100),
                    new BacktestSetup.Costs(0, 0, 0)),
            CATALOG,
            this::submit);

    private Answer submit(Command command) {
        sent.add(new Sent(nowNanos, command));
        return refuses.<Answer>map(code -> new Answer.Refused(Refusal.of(code, ID)))
                .orElseGet(() -> new Answer.Done(sent.size(), Optional.empty()));
    }

    private void look(long forNanos) {
        for (long until = nowNanos + forNanos; nowNanos < until; nowNanos += LOOK) {
            BookNow book = new BookNow(
                    HostedStage.CLOSING,
                    0,
                    0,
                    0,
                    new long[] {3},
                    new long[] {300},
                    new long[1],
                    new long[] {100},
                    new long[0]);
            assertThat(closer.step(new PositionCloser.Look(Optional.of(book), trust, nowNanos, WINDOW)))
                    .isTrue();
        }
    }

    private List<SteerStrategy> steered() {
        return sent.stream()
                .map(Sent::command)
                .filter(SteerStrategy.class::isInstance)
                .map(SteerStrategy.class::cast)
                .toList();
    }

    @Test
    void whatDidNotTradeIsTriedAgainOnceItIsNoSlipAnyMore() {
        look(20 * SECOND);
        assertThat(sent).hasSizeBetween(3, 7).allMatch(one -> one.command() instanceof PlaceStrategyOrder);
        for (int i = 1; i < sent.size(); i++) {
            assertThat(sent.get(i).nanos() - sent.get(i - 1).nanos()).isGreaterThanOrEqualTo(WINDOW);
        }
    }

    @Test
    void nothingIsSentUntilTheVenuesBooksAgree() {
        trust = VenueTrust.CHECKING;
        look(30 * SECOND);
        assertThat(sent).isEmpty();
        trust = VenueTrust.AGREED;
        look(LOOK);
        assertThat(sent).hasSize(1);
    }

    @Test
    void refusalsForAMomentDoNotEndItAndRefusalsForSecondsDo() {
        refuses = Optional.of(RefusalCode.DUPLICATE_ORDER);
        look(8 * SECOND);
        assertThat(steered()).isEmpty();
        refuses = Optional.empty();
        look(8 * SECOND);
        refuses = Optional.of(RefusalCode.DUPLICATE_ORDER);
        look(8 * SECOND);
        assertThat(steered()).isEmpty();
        look(8 * SECOND);
        assertThat(steered()).isNotEmpty().allMatch(one -> one.how() == HostSteering.PAUSE);
    }

    @Test
    void aFlatteningThatClosesItAnywayIsNoRefusal() {
        refuses = Optional.of(RefusalCode.FLATTENING);
        look(60 * SECOND);
        assertThat(steered()).isEmpty();
    }
}
