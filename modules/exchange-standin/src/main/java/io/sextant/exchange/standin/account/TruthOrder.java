package io.sextant.exchange.standin.account;

import io.sextant.exchange.standin.market.MarketTruth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An order as it really stands. */
public final class TruthOrder {

    /** How an order enters the book. */
    public enum Entry {
        REST,
        POST_ONLY,
        IMMEDIATE,
        ALL_OR_NOTHING
    }

    /** Where it stands. */
    public enum Status {
        NEW,
        PARTLY_FILLED,
        FILLED,
        CANCELLED,
        EXPIRED
    }

    final String clientId;
    final long id;
    final MarketTruth market;
    final boolean buys;
    final List<TruthFill> fills = new ArrayList<>();
    long lots;
    long ticks;
    long filled;
    Status status = Status.NEW;

    TruthOrder(String clientId, long id, MarketTruth market, boolean buys, long lots, long ticks) {
        this.clientId = clientId;
        this.id = id;
        this.market = market;
        this.buys = buys;
        this.lots = lots;
        this.ticks = ticks;
    }

    public String clientId() {
        return clientId;
    }

    public long id() {
        return id;
    }

    public MarketTruth market() {
        return market;
    }

    public boolean buys() {
        return buys;
    }

    public long lots() {
        return lots;
    }

    public long ticks() {
        return ticks;
    }

    public long filled() {
        return filled;
    }

    public Status status() {
        return status;
    }

    public List<TruthFill> fills() {
        return List.copyOf(fills);
    }

    public boolean isOpen() {
        return status == Status.NEW || status == Status.PARTLY_FILLED;
    }

    BigDecimal price() {
        return new BigDecimal(market.pair().price(ticks));
    }

    BigDecimal quantity(long ofLots) {
        return new BigDecimal(market.pair().quantity(ofLots));
    }
}
