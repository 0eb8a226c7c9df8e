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
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RiskLimits;
import io.sextant.execution.gate.DefaultLimits;
import java.util.random.RandomGenerator;

/** Somebody who presses every button, sometimes the wrong one. */
public final class RandomTrader {

    private static final double[] PACES = {0.5, 1, 90, 1_000, ChangeMarketPace.UNLIMITED};

    private final InstrumentCatalog instruments;
    private final RandomGenerator random;

    public RandomTrader(InstrumentCatalog instruments, RandomGenerator random) {
        this.instruments = instruments;
        this.random = random;
    }

    /** {@code lastTicks} are the newest prices by index, zero where there is none. */
    public Command next(long[] lastTicks, long ordersSoFar) {
        return switch (random.nextInt(22)) {
            case 0 -> new CancelAllOrders(CancelScope.EVERYTHING);
            case 1 -> new EngageKillSwitch("a random whim");
            case 2, 3 -> new ReleaseKillSwitch("back to work");
            case 4 -> new ChangeSetting("test.key", "value " + random.nextInt());
            case 5, 6, 7 -> new CancelOrder(anyOrder(ordersSoFar));
            case 8, 9 -> amend(lastTicks, ordersSoFar);
            case 10 -> new ChangeMarketPace(PACES[random.nextInt(PACES.length)], random.nextInt(4) == 0);
            case 11 -> new ChangeRiskLimits(limits(lastTicks));
            default -> new PlaceOrder(draft(lastTicks));
        };
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

    private OrderDraft draft(long[] lastTicks) {
        int index = random.nextInt(instruments.size());
        Instrument instrument = instruments.get(index);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        if (random.nextInt(3) == 0) {
            return OrderDraft.market(instrument.id(), side, quantity(instrument), OrderOrigin.COMMAND_LINE);
        }
        Price price = instrument.priceOf(near(lastTicks[index]));
        return OrderDraft.limit(instrument.id(), side, quantity(instrument), price, OrderOrigin.COMMAND_LINE);
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
