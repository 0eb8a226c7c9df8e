package io.sextant.exchange.kraken;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
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
import io.sextant.exchange.port.SelfCancel;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.TradingTraits;
import io.sextant.exchange.port.VenueAmounts;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Kraken spot, its private side, by its own requests. It amends in place. Orders and amends carry a deadline after which its matching
 * engine refuses them, so that a late one cannot come back from the dead.
 */
public final class KrakenTrading implements TradingConnector {

    public static final String ACCOUNT_STREAM = "wss://ws-auth.kraken.com/v2";

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int TRADES_A_QUESTION = 20;
    private static final int CANCELS_A_REQUEST = 50;

    /** Weights in Kraken's own counter for a starting account, scaled as its feed scales them. */
    private static final TradingTraits TRAITS = new TradingTraits("kraken", true, 8 * SECOND_NANOS, 5, 1, 2, 1, 3, 1);

    private final KrakenRequests requests;
    private final PrivateWire wire;
    private volatile @Nullable KrakenAssets assets;

    /** The secrets belong to the caller, who closes them after this. */
    public KrakenTrading(PrivateWire wire, Secret apiKey, Secret apiSecret, Clock clock) {
        this.wire = wire;
        requests = new KrakenRequests(wire, apiKey, apiSecret, clock);
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

    @Override
    public OrderSight place(OrderKey key, OrderTerms terms) throws VenueException {
        if (terms.entry() == BookEntry.FILL_OR_KILL) {
            throw VenueException.refused(
                    RefusalCode.VENUE_REFUSED, "kraken takes no order that fills whole or not at all");
        }
        VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ordertype", "limit");
        form.put("type", terms.side() == Side.BUY ? "buy" : "sell");
        form.put("pair", KrakenNames.altName(key.listing().symbol()));
        form.put("volume", amounts.quantity(terms.lots()));
        form.put("price", amounts.price(terms.limitTicks()));
        form.put("cl_ord_id", key.clientId());
        form.put("timeinforce", terms.entry() == BookEntry.IMMEDIATE_OR_CANCEL ? "IOC" : "GTC");
        // Fees in quote both ways, as the fee schedule of the listing has them.
        form.put("oflags", terms.entry() == BookEntry.POST_ONLY ? "post,fciq" : "fciq");
        form.put("deadline", requests.deadline());
        return requests.ask("AddOrder", form, result -> {
            JsonNode ids = Fields.array(result, "txid");
            return new OrderSight(
                    key.clientId(),
                    ids.path(0).asString(""),
                    OrderSight.Status.OPEN,
                    terms.lots(),
                    0,
                    terms.limitTicks(),
                    "");
        });
    }

    @Override
    public OrderSight amend(OrderKey key, OrderTerms terms) throws VenueException {
        VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("cl_ord_id", key.clientId());
        form.put("order_qty", amounts.quantity(terms.lots()));
        form.put("limit_price", amounts.price(terms.limitTicks()));
        if (terms.entry() == BookEntry.POST_ONLY) {
            form.put("post_only", "true");
        }
        form.put("deadline", requests.deadline());
        return requests.ask("AmendOrder", form, result -> {
            Fields.text(result, "amend_id");
            return new OrderSight(
                    key.clientId(), key.venueId(), OrderSight.Status.OPEN, terms.lots(), 0, terms.limitTicks(), "");
        });
    }

    @Override
    public OrderSight cancel(OrderKey key) throws VenueException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("cl_ord_id", key.clientId());
        requests.askAhead("CancelOrder", form, result -> Fields.integer(result, "count"));
        // What filled before it is not said.
        return new OrderSight(key.clientId(), key.venueId(), OrderSight.Status.OPEN, 0, 0, 0, "");
    }

    @Override
    public int mostCancelsAtOnce() {
        return CANCELS_A_REQUEST;
    }

    /** How many of them were cancelled says nothing of which. */
    @Override
    public List<OrderSight> cancelAll(List<OrderKey> keys) throws VenueException {
        List<String> names = keys.stream().map(OrderKey::clientId).toList();
        requests.askAhead("CancelOrderBatch", "cl_ord_ids", names, result -> Fields.integer(result, "count"));
        return keys.stream()
                .map(key -> new OrderSight(key.clientId(), key.venueId(), OrderSight.Status.OPEN, 0, 0, 0, ""))
                .toList();
    }

    @Override
    public SelfCancel selfCancel() {
        return SelfCancel.BY_HEARTBEAT;
    }

    @Override
    public void cancelAllAfter(int seconds) throws VenueException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("timeout", Integer.toString(seconds));
        requests.askAhead("CancelAllOrdersAfter", form, result -> Fields.text(result, "currentTime"));
    }

    /** Open ones first: an order that ends between the two questions is among the closed ones then. */
    @Override
    public Optional<OrderSight> find(OrderKey key) throws VenueException {
        Optional<OrderSight> open = find("OpenOrders", "open", key);
        return open.isPresent() ? open : find("ClosedOrders", "closed", key);
    }

    private Optional<OrderSight> find(String question, String list, OrderKey key) throws VenueException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("cl_ord_id", key.clientId());
        return requests.ask(question, form, result -> {
            for (Map.Entry<String, JsonNode> one : Fields.object(result, list).properties()) {
                if (one.getValue().path("cl_ord_id").asString("").equals(key.clientId())) {
                    return Optional.of(sight(one.getKey(), one.getValue(), key.listing()));
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public List<OrderSight> open(List<Listing> listings) throws VenueException {
        return requests.ask("OpenOrders", new LinkedHashMap<>(), result -> {
            List<OrderSight> open = new ArrayList<>();
            for (Map.Entry<String, JsonNode> one : Fields.object(result, "open").properties()) {
                String pair = Fields.text(Fields.object(one.getValue(), "descr"), "pair");
                for (Listing listing : listings) {
                    if (KrakenNames.altName(listing.symbol()).equals(pair)) {
                        open.add(sight(one.getKey(), one.getValue(), listing));
                    }
                }
            }
            return open;
        });
    }

    private static OrderSight sight(String venueId, JsonNode order, Listing listing) throws UnreadableException {
        Grid grid = new Grid(listing.instrument());
        JsonNode terms = Fields.object(order, "descr");
        return new OrderSight(
                order.path("cl_ord_id").asString(""),
                venueId,
                status(Fields.text(order, "status")),
                grid.lots(Fields.decimal(order, "vol")),
                grid.lots(Fields.decimal(order, "vol_exec")),
                grid.ticks(Fields.decimal(terms, "price")),
                Fields.text(terms, "type") + " " + Fields.decimal(order, "vol") + " " + listing.symbol() + " at "
                        + Fields.decimal(terms, "price"));
    }

    private static OrderSight.Status status(String status) throws UnreadableException {
        return switch (status) {
            case "pending", "open" -> OrderSight.Status.OPEN;
            case "closed" -> OrderSight.Status.FILLED;
            case "canceled", "expired" -> OrderSight.Status.CANCELLED;
            default -> throw new UnreadableException("an order is " + status);
        };
    }

    @Override
    public List<OwnTrade> trades(OrderKey key) throws VenueException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("txid", key.venueId());
        form.put("trades", "true");
        List<String> ids = requests.ask("QueryOrders", form, result -> {
            List<String> found = new ArrayList<>();
            Fields.object(result, key.venueId()).path("trades").forEach(id -> found.add(id.asString("")));
            return found;
        });
        List<OwnTrade> trades = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += TRADES_A_QUESTION) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + TRADES_A_QUESTION));
            Map<String, String> question = new LinkedHashMap<>();
            question.put("txid", String.join(",", some));
            trades.addAll(requests.ask("QueryTrades", question, result -> {
                List<OwnTrade> found = new ArrayList<>();
                for (Map.Entry<String, JsonNode> one : result.properties()) {
                    found.add(trade(one.getKey(), one.getValue(), key));
                }
                return found;
            }));
        }
        return trades;
    }

    private static OwnTrade trade(String id, JsonNode trade, OrderKey key) throws UnreadableException {
        Grid grid = new Grid(key.listing().instrument());
        VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
        String quote = key.listing().instrument().quote().code();
        return new OwnTrade(
                Signatures.number(id),
                key.clientId(),
                key.venueId(),
                new BigDecimal(Fields.decimal(trade, "time")).movePointRight(9).longValue(),
                grid.ticks(Fields.decimal(trade, "price")),
                grid.lots(Fields.decimal(trade, "vol")),
                trade.path("maker").asBoolean(false),
                quote,
                amounts.feeUnits(quote, Fields.decimal(trade, "fee")));
    }

    /** What is lent or staked stands under names with a point and is not what orders are paid with. */
    @Override
    public List<AccountBalance> balances() throws VenueException {
        KrakenAssets exactness = knownAssets();
        return requests.ask("Balance", new LinkedHashMap<>(), result -> {
            List<AccountBalance> balances = new ArrayList<>();
            for (Map.Entry<String, JsonNode> one : result.properties()) {
                if (one.getKey().indexOf('.') < 0) {
                    balances.add(new AccountBalance(
                            currency(one.getKey()),
                            new BigDecimal(Fields.decimal(one.getValue())),
                            exactness.decimals(one.getKey())));
                }
            }
            return balances;
        });
    }

    private KrakenAssets knownAssets() throws VenueException {
        KrakenAssets known = assets;
        if (known == null) {
            known = requests.read("Assets", KrakenAssets::of);
            assets = known;
        }
        return known;
    }

    @Override
    public KeyRights rights() throws VenueException {
        return requests.ask("GetApiKeyInfo", new LinkedHashMap<>(), result -> {
            List<String> permissions = new ArrayList<>();
            Fields.array(result, "permissions").forEach(one -> permissions.add(one.asString("")));
            boolean withdraws = permissions.stream().anyMatch(one -> one.contains("withdraw"));
            return new KeyRights(
                    permissions.contains("modify-trades") && permissions.contains("close-trades"),
                    withdraws ? WithdrawalRight.GRANTED : WithdrawalRight.NONE);
        });
    }

    /** Old currencies have a letter in front: XXBT, ZUSD. */
    private static String currency(String own) {
        boolean old = own.length() == 4 && (own.charAt(0) == 'X' || own.charAt(0) == 'Z');
        return KrakenNames.common(old ? own.substring(1) : own);
    }

    @Override
    public VenueStream openAccount(List<Listing> listings, AccountListener listener) {
        try {
            String token =
                    requests.ask("GetWebSocketsToken", new LinkedHashMap<>(), result -> Fields.text(result, "token"));
            return wire.open(new KrakenAccountMessages(listings, listener, token));
        } catch (VenueException e) {
            listener.onClosed(String.valueOf(e.getMessage()));
            return () -> {};
        }
    }

    static long nanos(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * SECOND_NANOS + instant.getNano();
    }
}
