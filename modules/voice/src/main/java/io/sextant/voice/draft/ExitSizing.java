package io.sextant.voice.draft;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.position.Position;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Instruction.Exit;
import io.sextant.voice.command.Level;
import io.sextant.voice.draft.Drafting.Impossible;
import io.sextant.voice.draft.Drafting.Trouble;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Where the exits of a position would stand. */
final class ExitSizing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final OrderSizing.Known known;
    private final Instrument instrument;

    sealed interface Outcome {

        /** @param like what it sends when its price is reached, which says what that would cost */
        record Found(BracketTerms terms, OrderDraft like) implements Outcome {}

        record None(Impossible why) implements Outcome {}
    }

    ExitSizing(OrderSizing.Known known) {
        this.known = known;
        this.instrument = known.instrument();
    }

    Outcome exits(Instruction.SetExit exit) {
        Optional<Position> held = known.findPosition();
        if (held.isEmpty()) {
            return none(Trouble.NO_POSITION, instrument.id().symbol());
        }
        Optional<Price> last = known.market().last().filter(Price::isPositive);
        if (last.isEmpty()) {
            return none(Trouble.NO_PRICE, instrument.id().symbol());
        }
        boolean isLong = held.get().signedUnits() > 0;
        boolean below = isLong == (exit.exit() == Exit.STOP);
        Price at = price(exit.level(), last.get(), below);
        if (!instrument.isOnTick(at)) {
            return none(
                    Trouble.NOT_ON_TICK,
                    at.toString(),
                    instrument.rules().tick().toString());
        }
        int side = at.compareTo(last.get());
        if (!at.isPositive() || side == 0 || side < 0 != below) {
            return none(Trouble.WRONG_SIDE, at.toString(), last.get().toString());
        }
        Optional<Quantity> quantity = wholeLots(held.get());
        if (quantity.isEmpty()) {
            return none(Trouble.TOO_SMALL, instrument.id().symbol());
        }
        BracketExits exits = switch (exit.exit()) {
            case STOP -> new BracketExits(null, new ExitStop.Fixed(at), 0, null);
            case TARGET -> new BracketExits(at, null, 0, null);
        };
        BracketTerms terms = new BracketTerms(
                new BracketTerms.Opening.Held(
                        instrument.id(), isLong ? Side.BUY : Side.SELL, quantity.get(), OrderOrigin.VOICE),
                exits);
        OrderDraft like = new OrderDraft(
                instrument.id(),
                isLong ? Side.SELL : Side.BUY,
                exit.exit() == Exit.STOP ? new OrderType.Stop(at) : OrderType.limit(at),
                quantity.get(),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN.withReduceOnly(),
                OrderOrigin.VOICE,
                "by voice");
        return new Outcome.Found(terms, like);
    }

    /** So many percent away from the last price, on the tick that is nearer to it. */
    private Price price(Level level, Price last, boolean below) {
        return switch (level) {
            case Level.AtPrice(Price price) -> price;
            case Level.PercentAway(BigDecimal percent) -> {
                BigDecimal factor = below ? HUNDRED.subtract(percent) : HUNDRED.add(percent);
                BigDecimal exact = BigDecimal.valueOf(last.units(), last.scale())
                        .multiply(factor)
                        .movePointLeft(2);
                Price tick = instrument.rules().tick();
                BigDecimal ticks = exact.divide(
                        BigDecimal.valueOf(tick.units(), tick.scale()),
                        0,
                        below ? RoundingMode.CEILING : RoundingMode.FLOOR);
                yield instrument.priceOf(ticks.longValueExact());
            }
        };
    }

    private Optional<Quantity> wholeLots(Position position) {
        Quantity lot = instrument.rules().lot();
        BigDecimal lots = BigDecimal.valueOf(Math.absExact(position.signedUnits()), position.scale())
                .divide(BigDecimal.valueOf(lot.units(), lot.scale()), 0, RoundingMode.DOWN);
        return lots.signum() == 0 ? Optional.empty() : Optional.of(instrument.quantityOf(lots.longValueExact()));
    }

    private static Outcome none(Trouble trouble, String... arguments) {
        return new Outcome.None(Drafter.impossible(trouble, arguments));
    }
}
