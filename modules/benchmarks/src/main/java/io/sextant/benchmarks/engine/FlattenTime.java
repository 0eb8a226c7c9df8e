package io.sextant.benchmarks.engine;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.session.SessionTerms;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.core.TradingCore;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * A thousand orders rest; how long until the cancel of the last one has left, by flattening and, in the same run, by cancelling all.
 * Both are measured from the command to its return, after which every one of them is seen to be on its way.
 */
public final class FlattenTime {

    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final int ORDERS = Integer.getInteger("orders", 1_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 30);
    private static final int WARM_UP = ROUNDS / 3;
    private static final int REPORTS = 400_000;
    private static final int COIN = 0;
    private static final int STEPS_BETWEEN_LOOKS = 50;
    private static final EngineHealth WELL = new EngineHealth(true, "", "", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0);

    private final SimulatedInstruments market = new SimulatedInstruments(START_NANOS);
    private final TradingCore core;
    private final Instrument coin = market.catalog().get(COIN);
    private long keys;

    private FlattenTime() {
        Tape tape = new Tape();
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(1, START_NANOS));
        while (tape.size < REPORTS) {
            exchange.step(tape);
        }
        core = new TradingCore(
                new SessionTerms(
                        TradingMode.PAPER,
                        1,
                        START_NANOS,
                        "recorded stream",
                        Currency.USD,
                        List.of(new ConversionRate(Currency.USDT, Currency.USD, Price.of(1, 0), "fixed")),
                        List.of(Money.parse("10000000", Currency.USD), Money.parse("10000000", Currency.USDT)),
                        CostBasis.AVERAGE,
                        market.catalog()),
                new TapeFeed(tape, market.catalog(), false),
                new PaperVenue(market.catalog().size(), 1_000_000),
                List.of(),
                CompletedBars.Sink.NONE);
        done(new ChangeRiskLimits(
                DefaultLimits.of(market.catalog(), Money.parse("10000000", Currency.USD), market::startTicks)
                        .withAccount(AccountLimits.UNBOUNDED)));
        while (core.lastTicks()[COIN] == 0) {
            core.step();
        }
    }

    public static void main(String[] arguments) {
        FlattenTime bench = new FlattenTime();
        Histogram flattening = new Histogram(3);
        Histogram cancelling = new Histogram(3);
        for (int round = 0; round < ROUNDS; round++) {
            long flatten = bench.measure(new FlattenPositions(CancelScope.EVERYTHING));
            long cancel = bench.measure(new CancelAllOrders(CancelScope.EVERYTHING));
            if (round >= WARM_UP) {
                flattening.recordValue(flatten);
                cancelling.recordValue(cancel);
            }
        }
        print("flatten", flattening);
        print("cancel all", cancelling);
        System.out.printf(
                Locale.ENGLISH,
                "flatten takes %.2f times as long as cancelling all%n",
                (double) flattening.getValueAtPercentile(50) / cancelling.getValueAtPercentile(50));
    }

    private static void print(String name, Histogram nanos) {
        System.out.printf(
                Locale.ENGLISH,
                "%-11s %,d orders: last cancel sent after p50 %,d us, worst %,d us%n",
                name,
                ORDERS,
                nanos.getValueAtPercentile(50) / 1_000,
                nanos.getMaxValue() / 1_000);
    }

    private long measure(Command command) {
        for (int i = 1; i <= ORDERS; i++) {
            done(new PlaceOrder(OrderDraft.limit(
                    coin.id(),
                    Side.BUY,
                    coin.quantityOf(10),
                    coin.priceOf(core.lastTicks()[COIN] - 1_000 - i),
                    OrderOrigin.TICKET)));
        }
        while (count(OrderState.ACCEPTED) < ORDERS) {
            step();
        }
        long begun = System.nanoTime();
        done(command);
        long nanos = System.nanoTime() - begun;
        if (count(OrderState.CANCEL_PENDING) != ORDERS) {
            throw new IllegalStateException("not every cancel was sent");
        }
        while (!working().isEmpty()
                || core.views().parents().stream().anyMatch(one -> !one.stage().isTerminal())) {
            step();
        }
        return nanos;
    }

    /** Looking at a thousand orders costs more than a step. */
    private void step() {
        for (int i = 0; i < STEPS_BETWEEN_LOOKS; i++) {
            core.step();
        }
    }

    private List<Order> working() {
        return core.views().desk(core.marketNanos(), WELL).workingOrders();
    }

    private long count(OrderState state) {
        return working().stream().filter(order -> order.state() == state).count();
    }

    private void done(Command command) {
        Outcome outcome = core.apply(core.marketNanos(), new CommandKey("k" + keys++), command);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(command + ": " + outcome);
        }
    }
}
