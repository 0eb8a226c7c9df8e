package io.sextant.engine.testing;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ImpactTerms;
import io.sextant.domain.parent.Steering;
import io.sextant.execution.gate.DefaultLimits;
import java.util.List;
import java.util.random.RandomGenerator;

/** Somebody who presses every button, sometimes the wrong one. */
public final class RandomTrader {

    private static final double[] PACES = {0.5, 1, 90, 1_000, ChangeMarketPace.UNLIMITED};

    private static final List<TimeInForce> STAYS = List.of(TimeInForce.values());
    private static final long LONGEST_STAY_NANOS = 60_000_000_000L;

    private final InstrumentCatalog instruments;
    private final RandomGenerator random;

    public RandomTrader(InstrumentCatalog instruments, RandomGenerator random) {
        this.instruments = instruments;
        this.random = random;
    }

    /** {@code lastTicks} are the newest prices by index, zero where there is none; {@code nowNanos} is market time. */
    public Command next(long[] lastTicks, long ordersSoFar, long nowNanos) {
        return switch (random.nextInt(28)) {
            case 0 -> new CancelAllOrders(CancelScope.EVERYTHING);
            case 1 -> new EngageKillSwitch("a random whim");
            case 2, 3 -> new ReleaseKillSwitch("back to work");
            case 4 -> new ChangeSetting("test.key", "value " + random.nextInt());
            case 5, 6, 7 -> new CancelOrder(anyOrder(ordersSoFar));
            case 8, 9 -> amend(lastTicks, ordersSoFar);
            case 10 -> new ChangeMarketPace(PACES[random.nextInt(PACES.length)], random.nextInt(4) == 0);
            case 11 -> new ChangeRiskLimits(limits(lastTicks));
            case 12, 13 -> new PlaceBracket(bracket(lastTicks, nowNanos));
            case 14, 15 -> new PlaceAlgo(algo(lastTicks));
            case 16 -> new SteerParent(anyOrder(ordersSoFar), random.nextBoolean() ? Steering.PAUSE : Steering.HURRY);
            case 17 ->
                new FlattenPositions(
                        new CancelScope.OneInstrument(anyInstrument().id()));
            default -> new PlaceOrder(draft(lastTicks, nowNanos));
        };
    }

    private Instrument anyInstrument() {
        return instruments.get(random.nextInt(instruments.size()));
    }

    private BracketTerms bracket(long[] lastTicks, long nowNanos) {
        OrderDraft drawn = draft(lastTicks, nowNanos);
        OrderDraft entry = new OrderDraft(
                drawn.instrument(),
                drawn.side(),
                drawn.type(),
                drawn.quantity(),
                drawn.timeInForce(),
                new OrderHandling(false, false, drawn.handling().endsNanos()),
                drawn.origin(),
                drawn.reason());
        int index = instruments.indexOf(entry.instrument());
        Instrument instrument = instruments.get(index);
        long width = Math.max(4, lastTicks[index] / 2_000);
        int sign = entry.side().sign();
        Price target = instrument.priceOf(Math.max(1, lastTicks[index] + sign * (1 + random.nextLong(width))));
        Price stop = instrument.priceOf(Math.max(1, lastTicks[index] - sign * (1 + random.nextLong(width))));
        ExitStop how = switch (random.nextInt(4)) {
            case 0 -> new ExitStop.Trailing(new Trail.ByShare(1 + random.nextInt(20)));
            case 1 -> new ExitStop.Atr(Timeframe.S5, 3, 1 + random.nextDouble());
            case 2 -> new ExitStop.Chandelier(Timeframe.S1, 3, 1 + random.nextDouble());
            default -> new ExitStop.Fixed(stop);
        };
        boolean evens = !(how instanceof ExitStop.Trailing) && random.nextBoolean();
        return new BracketTerms(
                new BracketTerms.Opening.ByOrder(entry),
                new BracketExits(
                        random.nextBoolean() ? target : null,
                        how,
                        random.nextBoolean() ? 0 : 1 + random.nextLong(LONGEST_STAY_NANOS),
                        evens ? instrument.priceOf(2) : null));
    }

    private AlgoTerms algo(long[] lastTicks) {
        int index = random.nextInt(instruments.size());
        Instrument instrument = instruments.get(index);
        long nanos = 20_000_000_000L;
        AlgoPlan plan = switch (random.nextInt(6)) {
            case 0 -> new AlgoPlan.Twap(nanos, 5);
            case 1 -> new AlgoPlan.Vwap(nanos, List.of(3, 1, 2));
            case 2 -> new AlgoPlan.Pov(2_000, nanos);
            case 3 -> new AlgoPlan.Shortfall(nanos, 5, new ImpactTerms(1e-3, 0.5, 1e-6, 1e-2));
            case 4 -> new AlgoPlan.Chaser(nanos);
            default -> new AlgoPlan.Iceberg(instrument.rules().minQuantity(), 3_000);
        };
        return new AlgoTerms(
                instrument.id(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                quantity(instrument),
                instrument.priceOf(near(lastTicks[index])),
                random.nextInt(4) == 0,
                plan,
                OrderOrigin.COMMAND_LINE,
                "");
    }

    private RiskLimits limits(long[] lastTicks) {
        Money equity = Money.of((1 + random.nextLong(400)) * Decimals.powerOfTen(11), Currency.USD);
        return DefaultLimits.of(instruments, equity, index -> lastTicks[index]);
    }

    private OrderId anyOrder(long ordersSoFar) {
        return new OrderId(1 + random.nextLong(ordersSoFar + 2));
    }

    private AmendOrder amend(long[] lastTicks, long ordersSoFar) {
        int index = random.nextInt(instruments.size());
        Instrument instrument = instruments.get(index);
        return new AmendOrder(anyOrder(ordersSoFar), quantity(instrument), instrument.priceOf(near(lastTicks[index])));
    }

    private OrderDraft draft(long[] lastTicks, long nowNanos) {
        int index = random.nextInt(instruments.size());
        Instrument instrument = instruments.get(index);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        if (random.nextInt(3) == 0) {
            return OrderDraft.market(instrument.id(), side, quantity(instrument), OrderOrigin.COMMAND_LINE);
        }
        Price price = instrument.priceOf(near(lastTicks[index]));
        if (random.nextInt(4) == 0) {
            return waiting(instrument, side, price, nowNanos);
        }
        TimeInForce stays = STAYS.get(random.nextInt(STAYS.size()));
        return new OrderDraft(
                instrument.id(),
                side,
                OrderType.limit(price),
                quantity(instrument),
                stays,
                new OrderHandling(
                        !stays.isImmediate() && random.nextInt(4) == 0,
                        random.nextInt(6) == 0,
                        stays == TimeInForce.GOOD_TILL_DATE ? nowNanos + 1 + random.nextLong(LONGEST_STAY_NANOS) : 0),
                OrderOrigin.COMMAND_LINE,
                "");
    }

    private OrderDraft waiting(Instrument instrument, Side side, Price price, long nowNanos) {
        OrderType type = switch (random.nextInt(4)) {
            case 0 -> new OrderType.Stop(price);
            case 1 -> new OrderType.StopLimit(price, price);
            case 2 -> OrderType.trailing(new Trail.ByShare(1 + random.nextInt(20)));
            default -> OrderType.trailing(new Trail.ByAmount(instrument.priceOf(1 + random.nextInt(30))));
        };
        boolean ends = random.nextInt(3) == 0;
        return new OrderDraft(
                instrument.id(),
                side,
                type,
                quantity(instrument),
                ends ? TimeInForce.GOOD_TILL_DATE : TimeInForce.GOOD_TILL_CANCELLED,
                new OrderHandling(
                        false, random.nextInt(4) == 0, ends ? nowNanos + 1 + random.nextLong(LONGEST_STAY_NANOS) : 0),
                OrderOrigin.COMMAND_LINE,
                "");
    }

    private static Quantity quantity(Instrument instrument, long lots) {
        return instrument.quantityOf(Math.max(1, lots));
    }

    private Quantity quantity(Instrument instrument) {
        long smallest = instrument.lotsOf(instrument.rules().minQuantity());
        return quantity(instrument, smallest * (1 + random.nextInt(20)));
    }

    private long near(long ticks) {
        long width = Math.max(5, ticks / 2_000);
        return Math.max(1, ticks + random.nextLong(2 * width + 1) - width);
    }
}
