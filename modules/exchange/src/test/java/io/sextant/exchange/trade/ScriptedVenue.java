package io.sextant.exchange.trade;

import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.AccountListener;
import io.sextant.exchange.port.KeyRights;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OrderSight.Status;
import io.sextant.exchange.port.OrderTerms;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.SelfCancel;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.TradingTraits;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A venue that says what a test wants it to say, at the moment that the test chooses; it cancels and places to amend. */
final class ScriptedVenue implements TradingConnector {

    static final long LAPSE_NANOS = 7_000_000_000L;

    final List<String> asked = new ArrayList<>();
    List<OrderSight> open = List.of();
    List<AccountBalance> balances = List.of(new AccountBalance("USDT", new BigDecimal("100000")));
    Placing placing = (key, terms) -> sight(key.clientId(), Status.OPEN, terms.lots(), 0);
    Cancelling cancelling = key -> sight(key.clientId(), Status.CANCELLED, 1, 0);
    Finding finding = key -> Optional.empty();
    Fetching fetching = key -> List.of();
    TimeTelling timeTelling = () -> {};
    AccountListener stream;
    int mostCancels = 1;
    SelfCancel selfCancel = SelfCancel.NONE;

    interface Placing {
        OrderSight answer(OrderKey key, OrderTerms terms) throws VenueException;
    }

    interface Cancelling {
        OrderSight answer(OrderKey key) throws VenueException;
    }

    interface Finding {
        Optional<OrderSight> answer(OrderKey key) throws VenueException;
    }

    interface Fetching {
        List<OwnTrade> answer(OrderKey key) throws VenueException;
    }

    interface TimeTelling {
        void answer() throws VenueException;
    }

    static OrderSight sight(String clientId, Status status, long lots, long filledLots) {
        return new OrderSight(clientId, "at venue " + clientId, status, lots, filledLots, 0, "an order");
    }

    static OwnTrade trade(String clientId, long id, long lots) {
        return new OwnTrade(id, clientId, "at venue " + clientId, 1, 5_000_000, lots, true, "USDT", 0);
    }

    long count(String what) {
        return asked.stream().filter(one -> one.startsWith(what)).count();
    }

    @Override
    public TradingTraits traits() {
        return new TradingTraits("scripted", false, LAPSE_NANOS, 8, 1, 1, 1, 1, 1);
    }

    @Override
    public void learnTime() throws VenueException {
        timeTelling.answer();
    }

    @Override
    public OrderSight place(OrderKey key, OrderTerms terms) throws VenueException {
        asked.add("place " + key.clientId());
        return placing.answer(key, terms);
    }

    @Override
    public OrderSight amend(OrderKey key, OrderTerms terms) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OrderSight cancel(OrderKey key) throws VenueException {
        asked.add("cancel " + key.clientId());
        return cancelling.answer(key);
    }

    @Override
    public int mostCancelsAtOnce() {
        return mostCancels;
    }

    @Override
    public List<OrderSight> cancelAll(List<OrderKey> keys) throws VenueException {
        asked.add("several " + keys.size());
        List<OrderSight> sights = new ArrayList<>();
        for (OrderKey key : keys) {
            sights.add(cancelling.answer(key));
        }
        return sights;
    }

    @Override
    public SelfCancel selfCancel() {
        return selfCancel;
    }

    @Override
    public void cancelAllAfter(int seconds) {
        asked.add("after " + seconds);
    }

    @Override
    public Optional<OrderSight> find(OrderKey key) throws VenueException {
        asked.add("find " + key.clientId());
        return finding.answer(key);
    }

    @Override
    public List<OrderSight> open(List<Listing> listings) {
        asked.add("open");
        return open;
    }

    @Override
    public List<OwnTrade> trades(OrderKey key) throws VenueException {
        asked.add("trades " + key.clientId());
        return fetching.answer(key);
    }

    @Override
    public List<AccountBalance> balances() {
        asked.add("balances");
        return balances;
    }

    @Override
    public KeyRights rights() {
        throw new UnsupportedOperationException();
    }

    @Override
    public VenueStream openAccount(List<Listing> listings, AccountListener listener) {
        stream = listener;
        listener.onOpened();
        return () -> {};
    }
}
