package io.sextant.exchange.trade;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.standin.market.MarketTruth;
import java.util.List;

/** What somebody might ask of a desk near the market: orders of all kinds, brackets, changes and cancels. */
final class RandomOrders {

    private final Instrument instrument;
    private final MarketTruth market;
    private final SeededRandom random;

    RandomOrders(Instrument instrument, MarketTruth market, SeededRandom random) {
        this.instrument = instrument;
        this.market = market;
        this.random = random;
    }

    /** A new order or bracket, or a change of one of those that work. */
    Command next(List<Order> working) {
        int what = random.nextInt(10);
        if (working.isEmpty() || (what < 5 && working.size() < 12)) {
            return random.nextInt(4) == 0 ? bracket() : new PlaceOrder(draft());
        }
        Order order = working.get(random.nextInt(working.size()));
        return what < 8
                ? new CancelOrder(order.id())
                : new AmendOrder(order.id(), lots(), price(order.terms().side()));
    }

    /** A parent reacts to what the venue reports, and has to do the same at the same step when the journal is replayed. */
    private PlaceBracket bracket() {
        OrderDraft entry = draft(Side.BUY);
        Price target =
                instrument.priceOf(instrument.ticksOf(entry.type().findLimit().orElseThrow()) + 1 + random.nextInt(40));
        return new PlaceBracket(
                new BracketTerms(new BracketTerms.Opening.ByOrder(entry), new BracketExits(target, null, 0, null)));
    }

    private OrderDraft draft() {
        return draft(random.nextBoolean() ? Side.BUY : Side.SELL);
    }

    private OrderDraft draft(Side side) {
        TimeInForce howLong =
                random.nextInt(4) == 0 ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCELLED;
        OrderHandling handling = howLong == TimeInForce.GOOD_TILL_CANCELLED && random.nextInt(5) == 0
                ? OrderHandling.PLAIN.withPostOnly()
                : OrderHandling.PLAIN;
        return new OrderDraft(
                instrument.id(), side, OrderType.limit(price(side)), lots(), howLong, handling, OrderOrigin.TICKET, "");
    }

    private Quantity lots() {
        return instrument.quantityOf(100 + random.nextInt(900));
    }

    private Price price(Side side) {
        long near =
                side == Side.BUY ? market.bestBid().ticks() : market.bestAsk().ticks();
        return instrument.priceOf(near + (random.nextInt(60) - 40) * (long) side.sign());
    }

    /** A bid far from the market. */
    PlaceOrder restingBuy() {
        long far = market.bestBid().ticks() * 98 / 100;
        return new PlaceOrder(new OrderDraft(
                instrument.id(),
                Side.BUY,
                OrderType.limit(instrument.priceOf(far)),
                lots(),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderOrigin.TICKET,
                ""));
    }
}
