package io.sextant.exchange.standin.account;

import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.standin.account.TruthOrder.Entry;
import io.sextant.exchange.standin.account.TruthOrder.Status;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * One account whose truth is known. Orders trade with the market's book at once where they cross it, and rest otherwise; resting
 * ones are filled in parts by chance and whenever the market crosses them. The market's own book is not changed by that. A fee of
 * ten basis points is taken. Not thread-safe.
 */
public final class AccountTruth {

    private static final BigDecimal FEE = new BigDecimal("0.001");
    private static final int FEE_DECIMALS = 8;

    private final LongSupplier venueNanos;
    private final boolean feeInQuote;
    private String feeCoin = "";
    private BigDecimal quoteACoin = BigDecimal.ONE;
    private final SeededRandom random;
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final List<TruthOrder> orders = new ArrayList<>();
    private final Map<String, TruthOrder> byClientId = new HashMap<>();
    private final List<TruthOrder> working = new ArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private boolean keyMayTrade = true;
    private boolean keyMayWithdraw;
    private long nextOrderId = 1;
    private long nextTradeId = 1;

    /** Hears what happens, as an account's stream tells it. */
    public interface Watcher {

        void onChanged(TruthOrder order);

        void onFilled(TruthOrder order, TruthFill fill);
    }

    /** What became of a request; an order that was refused is none. */
    public sealed interface Outcome {

        record Done(TruthOrder order) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** Why an account's request is refused. */
    public enum Refusal {
        NAME_TAKEN,
        FUNDS,
        WOULD_TAKE,
        UNKNOWN
    }

    /** {@code feeInQuote} takes fees from quote both ways; else they are taken from what is received. */
    public AccountTruth(Map<String, BigDecimal> start, boolean feeInQuote, long seed, LongSupplier venueNanos) {
        this.feeInQuote = feeInQuote;
        this.venueNanos = venueNanos;
        random = SeededRandom.stream(seed, 23);
        balances.putAll(start);
    }

    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Says what the account's key may do; at first it may trade and not withdraw. */
    public void grant(boolean mayTrade, boolean mayWithdraw) {
        keyMayTrade = mayTrade;
        keyMayWithdraw = mayWithdraw;
    }

    public boolean keyMayTrade() {
        return keyMayTrade;
    }

    public boolean keyMayWithdraw() {
        return keyMayWithdraw;
    }

    /** All that is held, in use or not. */
    public Map<String, BigDecimal> balances() {
        return Map.copyOf(balances);
    }

    public List<TruthOrder> orders() {
        return List.copyOf(orders);
    }

    public List<TruthOrder> open() {
        working.removeIf(order -> !order.isOpen());
        return List.copyOf(working);
    }

    /** The newest order of that name. */
    public Optional<TruthOrder> find(String clientId) {
        return Optional.ofNullable(byClientId.get(clientId));
    }

    /** By the venue's own number, which counts up from one. */
    public Optional<TruthOrder> findById(long id) {
        return id >= 1 && id <= orders.size() ? Optional.of(orders.get((int) id - 1)) : Optional.empty();
    }

    /** What open orders hold back of a currency. */
    public BigDecimal locked(String currency) {
        BigDecimal locked = BigDecimal.ZERO;
        for (TruthOrder order : open()) {
            ListedPair pair = order.market.pair();
            BigDecimal rest = order.quantity(order.lots - order.filled);
            if (order.buys && pair.quote().equals(currency)) {
                locked = locked.add(rest.multiply(order.price()));
            } else if (!order.buys && pair.base().equals(currency)) {
                locked = locked.add(rest);
            }
        }
        return locked;
    }

    public Outcome place(String clientId, MarketTruth market, boolean buys, long lots, long ticks, Entry entry) {
        if (open().stream().anyMatch(order -> order.clientId.equals(clientId))) {
            return new Outcome.Refused(Refusal.NAME_TAKEN);
        }
        TruthOrder order = new TruthOrder(clientId, nextOrderId, market, buys, lots, ticks);
        String paid = buys ? market.pair().quote() : market.pair().base();
        BigDecimal needed = buys ? order.quantity(lots).multiply(order.price()) : order.quantity(lots);
        BigDecimal free = balances.getOrDefault(paid, BigDecimal.ZERO).subtract(locked(paid));
        if (needed.compareTo(free) > 0) {
            return new Outcome.Refused(Refusal.FUNDS);
        }
        long takable = takable(market, buys, ticks);
        if (entry == Entry.POST_ONLY && takable > 0) {
            return new Outcome.Refused(Refusal.WOULD_TAKE);
        }
        nextOrderId++;
        orders.add(order);
        working.add(order);
        byClientId.put(clientId, order);
        watchers.forEach(watcher -> watcher.onChanged(order));
        if (entry != Entry.ALL_OR_NOTHING || takable >= lots) {
            take(order);
        }
        boolean immediate = entry == Entry.IMMEDIATE || entry == Entry.ALL_OR_NOTHING;
        if (immediate && order.isOpen()) {
            end(order, Status.EXPIRED);
        }
        return new Outcome.Done(order);
    }

    private static long takable(MarketTruth market, boolean buys, long ticks) {
        Map<Long, Long> other = buys
                ? market.book().asks().headMap(ticks, true)
                : market.book().bids().headMap(ticks, true);
        return other.values().stream().mapToLong(Long::longValue).sum();
    }

    private void take(TruthOrder order) {
        Map<Long, Long> other = order.buys
                ? order.market.book().asks().headMap(order.ticks, true)
                : order.market.book().bids().headMap(order.ticks, true);
        for (Map.Entry<Long, Long> level : other.entrySet()) {
            long lots = Math.min(level.getValue(), order.lots - order.filled);
            if (lots > 0) {
                fill(order, level.getKey(), lots, false);
            }
        }
    }

    /** Lets the market meet resting orders. */
    public void step() {
        for (TruthOrder order : open()) {
            boolean crossed = order.buys
                    ? order.market.bestAsk().ticks() <= order.ticks
                    : order.market.bestBid().ticks() >= order.ticks;
            if (crossed || random.nextInt(12) == 0) {
                long rest = order.lots - order.filled;
                fill(order, order.ticks, random.nextBoolean() ? rest : 1 + random.nextLong(rest), true);
            }
        }
    }

    /** From now on fees are taken in a coin of which so much quote is worth one. */
    public void payFeesWith(String coin, BigDecimal quote) {
        feeCoin = coin;
        quoteACoin = quote;
    }

    private void fill(TruthOrder order, long ticks, long lots, boolean maker) {
        ListedPair pair = order.market.pair();
        BigDecimal quantity = order.quantity(lots);
        BigDecimal notional = quantity.multiply(new BigDecimal(pair.price(ticks)));
        boolean inCoin = !feeCoin.isEmpty();
        boolean inBase = order.buys && !feeInQuote && !inCoin;
        BigDecimal worth = inCoin ? notional.divide(quoteACoin, FEE_DECIMALS, RoundingMode.CEILING) : notional;
        BigDecimal fee = (inBase ? quantity : worth).multiply(FEE).setScale(FEE_DECIMALS, RoundingMode.CEILING);
        String received = inCoin ? feeCoin : inBase ? pair.base() : pair.quote();
        balances.merge(pair.base(), order.buys ? quantity : quantity.negate(), BigDecimal::add);
        balances.merge(pair.quote(), order.buys ? notional.negate() : notional, BigDecimal::add);
        balances.merge(received, fee.negate(), BigDecimal::add);
        TruthFill fill = new TruthFill(nextTradeId++, venueNanos.getAsLong(), ticks, lots, maker, received, fee);
        order.fills.add(fill);
        order.filled += lots;
        order.status = order.filled == order.lots ? Status.FILLED : Status.PARTLY_FILLED;
        watchers.forEach(watcher -> watcher.onFilled(order, fill));
    }

    public Outcome cancel(String clientId) {
        Optional<TruthOrder> found = find(clientId).filter(TruthOrder::isOpen);
        if (found.isEmpty()) {
            return new Outcome.Refused(Refusal.UNKNOWN);
        }
        end(found.get(), Status.CANCELLED);
        return new Outcome.Done(found.get());
    }

    /** Changes an order where it is; a quantity that is filled already ends it. */
    public Outcome amend(String clientId, long lots, long ticks) {
        Optional<TruthOrder> found = find(clientId).filter(TruthOrder::isOpen);
        if (found.isEmpty() || lots < found.get().filled) {
            return new Outcome.Refused(Refusal.UNKNOWN);
        }
        TruthOrder order = found.get();
        order.lots = lots;
        order.ticks = ticks;
        if (order.filled == lots) {
            order.status = Status.FILLED;
        }
        watchers.forEach(watcher -> watcher.onChanged(order));
        take(order);
        return new Outcome.Done(order);
    }

    private void end(TruthOrder order, Status status) {
        order.status = status;
        watchers.forEach(watcher -> watcher.onChanged(order));
    }

    /** Changes a balance without an order, as a deposit does. */
    public void deposit(String currency, BigDecimal amount) {
        balances.merge(currency, amount, BigDecimal::add);
    }
}
