package io.sextant.exchange.coinbase;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.http.Signatures;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.AccountListener;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.KeyRights;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OrderTerms;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.TradingTraits;
import io.sextant.exchange.port.VenueAmounts;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Coinbase's Advanced Trade, its private side. It cancels, edits and shows executions by its own ids only, and cannot be asked for an order
 * by ours; so an order whose id was lost is looked for in the list of orders. It keeps a name of ours for good: the same order sent twice would be
 * answered with the first one.
 */
public final class CoinbaseTrading implements TradingConnector {

    public static final String ACCOUNT_STREAM = "wss://advanced-trade-ws-user.coinbase.com";

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int PAGES_MAX = 40;
    private static final String ORDERS = "/orders/historical/batch";

    /** Tokens live for ten seconds; thirty more for the clocks, because Coinbase does not say how exact it is about that. */
    private static final TradingTraits TRAITS =
            new TradingTraits("coinbase", true, 40 * SECOND_NANOS, 8, 1, 2, 1, 1, 1);

    private final CoinbaseRequests requests;
    private final PrivateWire wire;

    /** The secrets belong to the caller, who closes them after this. */
    public CoinbaseTrading(PrivateWire wire, Secret keyName, Secret keySecret, Clock clock) {
        this.wire = wire;
        requests = new CoinbaseRequests(wire, keyName, keySecret, clock);
    }

    @Override
    public TradingTraits traits() {
        return TRAITS;
    }

    @Override
    public void learnTime() throws VenueException {
        requests.learnTime();
    }

    @Override
    public long clockErrorNanos() {
        return requests.clockErrorNanos();
    }

    /** Each instrument is asked for on its own. */
    @Override
    public int openWeight(int listings) {
        return Math.multiplyExact(TRAITS.openWeight(), listings);
    }

    @Override
    public OrderSight place(OrderKey key, OrderTerms terms) throws VenueException {
        VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
        String sized = "\"base_size\":\"" + amounts.quantity(terms.lots()) + "\",\"limit_price\":\""
                + amounts.price(terms.limitTicks()) + "\"";
        String configuration = switch (terms.entry()) {
            case REST -> "\"limit_limit_gtc\":{" + sized + ",\"post_only\":false}";
            case POST_ONLY -> "\"limit_limit_gtc\":{" + sized + ",\"post_only\":true}";
            case IMMEDIATE_OR_CANCEL -> "\"sor_limit_ioc\":{" + sized + "}";
            case FILL_OR_KILL -> "\"limit_limit_fok\":{" + sized + "}";
        };
        String body = "{\"client_order_id\":\"" + key.clientId() + "\",\"product_id\":\""
                + key.listing().symbol()
                + "\",\"side\":\"" + (terms.side() == Side.BUY ? "BUY" : "SELL") + "\",\"order_configuration\":{"
                + configuration + "}}";
        return requests.post("/orders", body, answer -> {
            if (!Fields.flag(answer, "success")) {
                throw CoinbaseRequests.refused(reason(answer.path("error_response"), "error"));
            }
            return new OrderSight(
                    key.clientId(),
                    Fields.text(Fields.object(answer, "success_response"), "order_id"),
                    OrderSight.Status.OPEN,
                    terms.lots(),
                    0,
                    terms.limitTicks(),
                    "");
        });
    }

    private static String reason(JsonNode of, String name) {
        return of.path(name).asString("the order was refused without a reason");
    }

    /** Only taken, not done: the order is looked at afterwards, and shows the new terms or the old ones. */
    @Override
    public OrderSight amend(OrderKey key, OrderTerms terms) throws VenueException {
        VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
        OrderKey known = known(key);
        String body = "{\"order_id\":\"" + known.venueId() + "\",\"price\":\"" + amounts.price(terms.limitTicks())
                + "\",\"size\":\"" + amounts.quantity(terms.lots()) + "\"}";
        requests.post("/orders/edit", body, answer -> {
            if (!Fields.flag(answer, "success")) {
                throw CoinbaseRequests.refused(reason(answer.path("errors").path(0), "edit_failure_reason"));
            }
            return answer;
        });
        return seen(known);
    }

    @Override
    public OrderSight cancel(OrderKey key) throws VenueException {
        OrderKey known = known(key);
        requests.post("/orders/batch_cancel", "{\"order_ids\":[\"" + known.venueId() + "\"]}", answer -> {
            JsonNode result = Fields.array(answer, "results").path(0);
            if (!Fields.flag(result, "success")) {
                throw CoinbaseRequests.refused(reason(result, "failure_reason"));
            }
            return answer;
        });
        return seen(known);
    }

    /** The key with Coinbase's id, which is looked up where it is not known. */
    private OrderKey known(OrderKey key) throws VenueException {
        if (!key.venueId().isEmpty()) {
            return key;
        }
        OrderSight sight = find(key)
                .orElseThrow(() ->
                        VenueException.refused(RefusalCode.NOT_AT_VENUE, "coinbase does not have " + key.clientId()));
        return new OrderKey(key.listing(), key.clientId(), sight.venueId());
    }

    @Override
    public Optional<OrderSight> find(OrderKey key) throws VenueException {
        return key.venueId().isEmpty() ? search(key) : byVenueId(key);
    }

    private Optional<OrderSight> byVenueId(OrderKey key) throws VenueException {
        try {
            return Optional.of(requests.get(
                    "/orders/historical/" + key.venueId(),
                    new LinkedHashMap<>(),
                    answer -> CoinbaseAccountMessages.listed(Fields.object(answer, "order"), key.listing())));
        } catch (VenueException e) {
            if (e.kind() == VenueException.Kind.REFUSED && e.code() == RefusalCode.NOT_AT_VENUE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The newest orders come first, so one that was just sent is on the first page. */
    private Optional<OrderSight> search(OrderKey key) throws VenueException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("product_ids", key.listing().symbol());
        for (int page = 0; page < PAGES_MAX; page++) {
            Page read = page(ORDERS, "orders", query);
            for (JsonNode one : read.rows()) {
                if (one.path("client_order_id").asString("").equals(key.clientId())) {
                    return Optional.of(read(() -> CoinbaseAccountMessages.listed(one, key.listing())));
                }
            }
            if (read.next().isEmpty()) {
                return Optional.empty();
            }
            query.put("cursor", read.next());
        }
        throw endless();
    }

    private static VenueException endless() {
        return new VenueException(VenueException.Kind.UNREADABLE, "a list of coinbase does not end");
    }

    private record Page(List<JsonNode> rows, String next) {}

    private Page page(String path, String list, Map<String, String> query) throws VenueException {
        return requests.get(path, query, answer -> {
            List<JsonNode> rows = new ArrayList<>();
            Fields.array(answer, list).forEach(rows::add);
            return new Page(rows, rows.isEmpty() ? "" : answer.path("cursor").asString(""));
        });
    }

    private List<JsonNode> pages(String path, String list, Map<String, String> query) throws VenueException {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            Page read = page(path, list, query);
            rows.addAll(read.rows());
            if (read.next().isEmpty()) {
                return rows;
            }
            query.put("cursor", read.next());
        }
        throw endless();
    }

    @Override
    public List<OrderSight> open(List<Listing> listings) throws VenueException {
        List<OrderSight> open = new ArrayList<>();
        for (Listing listing : listings) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("product_ids", listing.symbol());
            query.put("order_status", "OPEN");
            for (JsonNode one : pages(ORDERS, "orders", query)) {
                open.add(read(() -> CoinbaseAccountMessages.listed(one, listing)));
            }
        }
        return open;
    }

    @Override
    public List<OwnTrade> trades(OrderKey key) throws VenueException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("order_ids", key.venueId());
        List<OwnTrade> trades = new ArrayList<>();
        for (JsonNode one : pages("/orders/historical/fills", "fills", query)) {
            trades.add(read(() -> trade(one, key)));
        }
        return trades;
    }

    private static OwnTrade trade(JsonNode one, OrderKey key) throws UnreadableException {
        if (one.path("size_in_quote").asBoolean(false)) {
            throw new UnreadableException("an execution is counted in quote");
        }
        Grid grid = new Grid(key.listing().instrument());
        VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
        String quote = key.listing().instrument().quote().code();
        return new OwnTrade(
                Signatures.number(Fields.text(one, "trade_id")),
                key.clientId(),
                key.venueId(),
                CoinbaseAccountMessages.nanos(Fields.text(one, "trade_time")),
                grid.ticks(Fields.decimal(one, "price")),
                grid.lots(Fields.decimal(one, "size")),
                one.path("liquidity_indicator").asString("").equals("MAKER"),
                quote,
                amounts.feeUnits(quote, Fields.decimal(one, "commission")));
    }

    /** Reads what was answered already. */
    @FunctionalInterface
    private interface Late<R> {

        R read() throws UnreadableException;
    }

    private static <R> R read(Late<R> late) throws VenueException {
        try {
            return late.read();
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public List<AccountBalance> balances() throws VenueException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", "250");
        List<AccountBalance> balances = new ArrayList<>();
        for (JsonNode one : pages("/accounts", "accounts", query)) {
            balances.add(read(() -> {
                BigDecimal free = new BigDecimal(Fields.decimal(Fields.object(one, "available_balance"), "value"));
                BigDecimal held = new BigDecimal(Fields.decimal(Fields.object(one, "hold"), "value"));
                return new AccountBalance(Fields.text(one, "currency"), free.add(held));
            }));
        }
        return balances;
    }

    /** Coinbase calls it a transfer: to another portfolio, or out. */
    @Override
    public KeyRights rights() throws VenueException {
        return requests.get(
                "/key_permissions",
                new LinkedHashMap<>(),
                answer -> new KeyRights(
                        Fields.flag(answer, "can_trade"),
                        Fields.flag(answer, "can_transfer") ? WithdrawalRight.GRANTED : WithdrawalRight.NONE));
    }

    @Override
    public VenueStream openAccount(List<Listing> listings, AccountListener listener) {
        try {
            return wire.open(new CoinbaseAccountMessages(listings, listener, requests.streamToken()));
        } catch (VenueException e) {
            listener.onClosed(String.valueOf(e.getMessage()));
            return () -> {};
        }
    }
}
