package io.sextant.exchange.bybit;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.exchange.http.MessageLine;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.AccountListener;
import io.sextant.exchange.port.KeyRights;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OrderTerms;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.SelfCancel;
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
 * Bybit spot with a unified account, its private side, by its own requests (v5). Its answer to an order, an amend or a cancel says only
 * that the request was taken; what came of it stands in the order.
 */
public final class BybitTrading implements TradingConnector {

    public static final String ACCOUNT_STREAM = "wss://stream.bybit.com/v5/private";
    public static final String TEST_REQUESTS = "https://api-testnet.bybit.com";
    public static final String TEST_ACCOUNT_STREAM = "wss://stream-testnet.bybit.com/v5/private";

    static final long MILLI_NANOS = 1_000_000L;

    private static final int PAGES_MAX = 40;

    /** Bybit hangs up on a connection that says nothing for some minutes. */
    private static final String PING = "{\"op\":\"ping\"}";

    /** What is later than the window of five seconds, and two for the clocks, is refused; weights as its feed counts requests. */
    private static final TradingTraits TRAITS = new TradingTraits("bybit", true, 7_000 * MILLI_NANOS, 8, 1, 2, 1, 1, 1);

    private final BybitRequests requests;
    private final PrivateWire wire;

    /** The secrets belong to the caller, who closes them after this. */
    public BybitTrading(PrivateWire wire, Secret apiKey, Secret apiSecret, Clock clock) {
        this.wire = wire;
        requests = new BybitRequests(wire, apiKey, apiSecret, clock);
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
        Map<String, String> body = body(key);
        body.put("side", terms.side() == Side.BUY ? "Buy" : "Sell");
        body.put("orderType", "Limit");
        body.put("qty", amounts.quantity(terms.lots()));
        body.put("price", amounts.price(terms.limitTicks()));
        body.put("timeInForce", timeInForce(terms.entry()));
        return requests.post(
                "/v5/order/create",
                body,
                result -> new OrderSight(
                        key.clientId(),
                        Fields.text(result, "orderId"),
                        OrderSight.Status.OPEN,
                        terms.lots(),
                        0,
                        terms.limitTicks(),
                        ""));
    }

    private static String timeInForce(BookEntry entry) {
        return switch (entry) {
            case REST -> "GTC";
            case POST_ONLY -> "PostOnly";
            case IMMEDIATE_OR_CANCEL -> "IOC";
            case FILL_OR_KILL -> "FOK";
        };
    }

    private static Map<String, String> body(OrderKey key) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("category", "spot");
        body.put("symbol", key.listing().symbol());
        body.put("orderLinkId", key.clientId());
        return body;
    }

    /** Only taken, not done: the order is looked at afterwards, and shows the new terms or the old ones. */
    @Override
    public OrderSight amend(OrderKey key, OrderTerms terms) throws VenueException {
        VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
        Map<String, String> body = body(key);
        body.put("qty", amounts.quantity(terms.lots()));
        body.put("price", amounts.price(terms.limitTicks()));
        requests.post("/v5/order/amend", body, result -> Fields.text(result, "orderId"));
        return seen(key);
    }

    @Override
    public OrderSight cancel(OrderKey key) throws VenueException {
        requests.post("/v5/order/cancel", body(key), result -> Fields.text(result, "orderId"));
        return seen(key);
    }

    @Override
    public SelfCancel selfCancel() {
        return SelfCancel.BY_STREAM;
    }

    /** Bybit lets it be used on request; where it does not this is refused. */
    @Override
    public void cancelAllAfter(int seconds) throws VenueException {
        requests.post(
                "/v5/order/disconnected-cancel-all",
                "{\"product\":\"SPOT\",\"timeWindow\":" + seconds + "}",
                result -> result);
    }

    /** Working ones first: an order that ends between the two questions is in the history then. */
    @Override
    public Optional<OrderSight> find(OrderKey key) throws VenueException {
        Optional<OrderSight> working = find("/v5/order/realtime", key);
        return working.isPresent() ? working : find("/v5/order/history", key);
    }

    private Optional<OrderSight> find(String path, OrderKey key) throws VenueException {
        Map<String, String> query = query(key.listing());
        query.put("orderLinkId", key.clientId());
        return requests.get(path, query, result -> {
            for (JsonNode one : Fields.array(result, "list")) {
                if (Fields.text(one, "orderLinkId").equals(key.clientId())) {
                    return Optional.of(BybitAccountMessages.sight(one, key.listing()));
                }
            }
            return Optional.empty();
        });
    }

    private static Map<String, String> query(Listing listing) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("category", "spot");
        query.put("symbol", listing.symbol());
        return query;
    }

    @Override
    public List<OrderSight> open(List<Listing> listings) throws VenueException {
        List<OrderSight> open = new ArrayList<>();
        for (Listing listing : listings) {
            Map<String, String> query = query(listing);
            query.put("openOnly", "0");
            query.put("limit", "50");
            for (JsonNode one : pages("/v5/order/realtime", query)) {
                OrderSight sight = read(() -> BybitAccountMessages.sight(one, listing));
                if (sight.status() == OrderSight.Status.OPEN) {
                    open.add(sight);
                }
            }
        }
        return open;
    }

    @Override
    public List<OwnTrade> trades(OrderKey key) throws VenueException {
        Map<String, String> query = query(key.listing());
        query.put("orderId", key.venueId());
        query.put("limit", "100");
        List<OwnTrade> trades = new ArrayList<>();
        for (JsonNode one : pages("/v5/execution/list", query)) {
            trades.add(read(() -> BybitAccountMessages.trade(one, key.listing())));
        }
        return trades;
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

    private record Page(List<JsonNode> rows, String next) {}

    /** All pages of a list: what one of them leaves out must not look as if it were not there. */
    private List<JsonNode> pages(String path, Map<String, String> query) throws VenueException {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            Page read = requests.get(path, query, result -> {
                List<JsonNode> list = new ArrayList<>();
                Fields.array(result, "list").forEach(list::add);
                return new Page(list, result.path("nextPageCursor").asString(""));
            });
            rows.addAll(read.rows());
            if (read.next().isEmpty() || read.rows().isEmpty()) {
                return rows;
            }
            query.put("cursor", read.next());
        }
        throw new VenueException(VenueException.Kind.UNREADABLE, "a list of bybit does not end");
    }

    @Override
    public List<AccountBalance> balances() throws VenueException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("accountType", "UNIFIED");
        return requests.get("/v5/account/wallet-balance", query, result -> {
            List<AccountBalance> balances = new ArrayList<>();
            for (JsonNode account : Fields.array(result, "list")) {
                for (JsonNode one : Fields.array(account, "coin")) {
                    balances.add(new AccountBalance(
                            Fields.text(one, "coin"), new BigDecimal(Fields.text(one, "walletBalance"))));
                }
            }
            return balances;
        });
    }

    @Override
    public KeyRights rights() throws VenueException {
        return requests.get("/v5/user/query-api", new LinkedHashMap<>(), result -> {
            JsonNode permissions = Fields.object(result, "permissions");
            boolean writes = Fields.integer(result, "readOnly") == 0;
            return new KeyRights(
                    writes && has(permissions, "Spot", "SpotTrade"),
                    has(permissions, "Wallet", "Withdraw") ? WithdrawalRight.GRANTED : WithdrawalRight.NONE);
        });
    }

    private static boolean has(JsonNode permissions, String area, String right) {
        for (JsonNode one : permissions.path(area)) {
            if (one.asString("").equals(right)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public VenueStream openAccount(List<Listing> listings, AccountListener listener) {
        MessageLine line = wire.open(new BybitAccountMessages(listings, listener, requests::streamKey));
        return new VenueStream() {

            @Override
            public void keepAlive() {
                line.send(PING);
            }

            @Override
            public void guard(boolean on) {
                line.send(BybitAccountMessages.guard(on));
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
