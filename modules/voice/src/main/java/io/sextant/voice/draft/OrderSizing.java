package io.sextant.voice.draft;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.MarketState;
import io.sextant.voice.command.Amount;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Pricing;
import io.sextant.voice.command.Share;
import io.sextant.voice.draft.Drafting.Trouble;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Makes an order out of what was said about one instrument: exact, on its grid, never more than was said. */
final class OrderSizing {

    private final Known known;
    private final Instrument instrument;

    /** What has to be known of an instrument. */
    record Known(Instrument instrument, MarketState market, DeskState desk) {

        Optional<Position> findPosition() {
            return desk.positions().stream()
                    .filter(each -> each.instrument().equals(instrument.id()) && !each.isFlat())
                    .findFirst();
        }
    }

    OrderSizing(Known known) {
        this.known = known;
        this.instrument = known.instrument();
    }

    Sized trade(Instruction.Trade trade) {
        return switch (trade.pricing()) {
            case Pricing.AtMarket _ ->
                sized(trade, OrderType.market(), known.market().last());
            case Pricing.AtLimit(Price price) -> onTick(trade, OrderType.limit(price), price);
            case Pricing.AtStop(Price price) -> onTick(trade, new OrderType.Stop(price), price);
        };
    }

    private Sized onTick(Instruction.Trade trade, OrderType type, Price price) {
        return instrument.isOnTick(price)
                ? sized(trade, type, Optional.of(price))
                : not(
                        Trouble.NOT_ON_TICK,
                        price.toString(),
                        instrument.rules().tick().toString());
    }

    private Sized sized(Instruction.Trade trade, OrderType type, Optional<Price> price) {
        if (known.market().last().isEmpty()) {
            return not(Trouble.NO_PRICE, instrument.id().symbol());
        }
        return switch (trade.amount()) {
            case Amount.Units(Quantity quantity) ->
                instrument.isWholeLots(quantity)
                        ? order(trade.side(), type, quantity, OrderHandling.PLAIN)
                        : not(
                                Trouble.NOT_WHOLE_LOTS,
                                quantity.toString(),
                                instrument.rules().lot().toString());
            case Amount.Value(BigDecimal amount, String said) -> value(trade.side(), type, amount, said, price);
            case Amount.PartOfPosition(Share share) -> part(trade.side(), type, share);
        };
    }

    /** As many whole lots as the money pays for at the price, before fees. */
    private Sized value(Side side, OrderType type, BigDecimal amount, String said, Optional<Price> price) {
        if (!isMoneyOf(instrument.quote(), said)) {
            return not(
                    Trouble.OTHER_CURRENCY,
                    instrument.id().symbol(),
                    instrument.quote().code());
        }
        Price at = price.orElse(Price.ZERO);
        if (!at.isPositive()) {
            return not(Trouble.NO_PRICE, instrument.id().symbol());
        }
        BigDecimal lot = decimal(instrument.rules().lot());
        BigDecimal oneLot = BigDecimal.valueOf(at.units(), at.scale())
                .multiply(lot)
                .multiply(BigDecimal.valueOf(instrument.multiplier()));
        BigDecimal lots = amount.divide(oneLot, 0, RoundingMode.DOWN);
        if (lots.signum() == 0) {
            return not(Trouble.TOO_SMALL, instrument.id().symbol());
        }
        return lots.compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0
                ? not(Trouble.TOO_LARGE, instrument.id().symbol())
                : order(side, type, instrument.quantityOf(lots.longValueExact()), OrderHandling.PLAIN);
    }

    /** Dollars are what every coin that stands for a dollar is called. */
    private static boolean isMoneyOf(Currency quote, String said) {
        return said.equals("DOLLAR")
                ? quote.code().startsWith("USD")
                : quote.code().equals(said);
    }

    private Sized part(Side side, OrderType type, Share share) {
        Optional<Position> position = known.findPosition();
        boolean reduces = position.isPresent() && isReduced(position.get(), side);
        if (position.isEmpty() || (side == Side.SELL && !reduces)) {
            return not(Trouble.NO_POSITION, instrument.id().symbol());
        }
        OrderHandling handling = reduces ? OrderHandling.PLAIN.withReduceOnly() : OrderHandling.PLAIN;
        return lots(side, type, share, position.get(), handling);
    }

    private static boolean isReduced(Position position, Side side) {
        return position.signedUnits() > 0 == (side == Side.SELL);
    }

    /** What closes that share of the position at the market. */
    Sized close(Share share) {
        Optional<Position> held = known.findPosition();
        if (held.isEmpty()) {
            return not(Trouble.NO_POSITION, instrument.id().symbol());
        }
        Position position = held.get();
        Side side = position.signedUnits() > 0 ? Side.SELL : Side.BUY;
        return lots(side, OrderType.market(), share, position, OrderHandling.PLAIN.withReduceOnly());
    }

    /** The whole lots in that share of the position, exactly: the division comes last. */
    private Sized lots(Side side, OrderType type, Share share, Position position, OrderHandling handling) {
        BigDecimal lots = BigDecimal.valueOf(Math.absExact(position.signedUnits()), position.scale())
                .multiply(BigDecimal.valueOf(share.numerator()))
                .divide(
                        decimal(instrument.rules().lot()).multiply(BigDecimal.valueOf(share.denominator())),
                        0,
                        RoundingMode.DOWN);
        return lots.signum() == 0
                ? not(Trouble.TOO_SMALL, instrument.id().symbol())
                : order(side, type, instrument.quantityOf(lots.longValueExact()), handling);
    }

    private Sized order(Side side, OrderType type, Quantity quantity, OrderHandling handling) {
        TimeInForce stays =
                type instanceof OrderType.Market ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCELLED;
        return new Sized.Orders(List.of(
                new OrderDraft(instrument.id(), side, type, quantity, stays, handling, OrderOrigin.VOICE, "by voice")));
    }

    private static BigDecimal decimal(Quantity quantity) {
        return BigDecimal.valueOf(quantity.units(), quantity.scale());
    }

    private static Sized not(Trouble trouble, String... arguments) {
        return new Sized.Not(Drafter.impossible(trouble, arguments));
    }
}
