package io.sextant.exchange.binance;

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
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.TradingTraits;
import io.sextant.exchange.port.VenueAmounts;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Binance spot, its private side, by its own requests. It has no amend that may raise a quantity or move a price, so new terms are
 * a cancel and a new order.
 */
public final class BinanceTrading implements TradingConnector {

    public static final String ACCOUNT_STREAM = "wss://ws-api.binance.com:443/ws-api/v3";
    public static final String TEST_REQUESTS = "https://testnet.binance.vision";
    public static final String TEST_STREAMS = "wss://stream.testnet.binance.vision";
    public static final String TEST_ACCOUNT_STREAM = "wss://ws-api.testnet.binance.vision/ws-api/v3";

    private static final long MILLI_NANOS = 1_000_000L;
    private static final int RECEIVE_WINDOW_MILLIS = 5_000;
    private static final long CLOCK_KNOWN_NANOS = 600_000_000_000L;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;

    /** Weights as Binance documents them for spot. What is later than the window, and a second for the clocks, is refused. */
    private static final TradingTraits TRAITS =
            new TradingTraits("binance", false, 7_000 * MILLI_NANOS, 8, 1, 4, 6, 5, 20);

    private final PrivateWire wire;
    private final Secret apiKey;
    private final Secret apiSecret;
    private final Clock clock;
    private volatile long leadMillis;
    private volatile long clockErrorNanos;
    private volatile boolean timeKnown;
    private volatile long leadKnownUntilNanos = Long.MIN_VALUE;

    /** The secrets belong to the caller, who closes them after this. */
    public BinanceTrading(PrivateWire wire, Secret apiKey, Secret apiSecret, Clock clock) {
        this.wire = wire;
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
        this.clock = clock;
    }

    @Override
    public TradingTraits traits() {
        return TRAITS;
    }

    /** Each instrument is asked for on its own. */
    @Override
    public int openWeight(int listings) {
        return Math.multiplyExact(TRAITS.openWeight(), listings);
    }

    @Override
    public long clockErrorNanos() {
        return clockErrorNanos;
    }

    @Override
    public OrderSight place(OrderKey key, OrderTerms terms) throws VenueException {
        VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
        Map<String, String> query = query(key.listing());
        query.put("side", terms.side() == Side.BUY ? "BUY" : "SELL");
        query.put("type", terms.entry() == BookEntry.POST_ONLY ? "LIMIT_MAKER" : "LIMIT");
        timeInForce(terms.entry()).ifPresent(time -> query.put("timeInForce", time));
        query.put("quantity", amounts.quantity(terms.lots()));
        query.put("price", amounts.price(terms.limitTicks()));
        query.put("newClientOrderId", key.clientId());
        query.put("newOrderRespType", "RESULT");
        return ask("POST", "/api/v3/order", query, answer -> sight(answer, key.clientId(), key.listing()));
    }

    private static Optional<String> timeInForce(BookEntry entry) {
        return switch (entry) {
            case REST -> Optional.of("GTC");
            case POST_ONLY -> Optional.empty();
            case IMMEDIATE_OR_CANCEL -> Optional.of("IOC");
            case FILL_OR_KILL -> Optional.of("FOK");
        };
    }

    @Override
    public OrderSight amend(OrderKey key, OrderTerms terms) {
        throw new UnsupportedOperationException("binance does not amend in place");
    }

    @Override
    public OrderSight cancel(OrderKey key) throws VenueException {
        Map<String, String> query = query(key.listing());
        query.put("origClientOrderId", key.clientId());
        // Else the order would be known by the name of its cancel from then on.
        query.put("newClientOrderId", key.clientId());
        return ask("DELETE", "/api/v3/order", query, answer -> sight(answer, key.clientId(), key.listing()));
    }

    @Override
    public Optional<OrderSight> find(OrderKey key) throws VenueException {
        Map<String, String> query = query(key.listing());
        query.put("origClientOrderId", key.clientId());
        try {
            return Optional.of(
                    ask("GET", "/api/v3/order", query, answer -> sight(answer, key.clientId(), key.listing())));
        } catch (VenueException e) {
            if (e.kind() == VenueException.Kind.REFUSED && e.code() == RefusalCode.NOT_AT_VENUE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<OrderSight> open(List<Listing> listings) throws VenueException {
        List<OrderSight> open = new ArrayList<>();
        for (Listing listing : listings) {
            open.addAll(ask("GET", "/api/v3/openOrders", query(listing), answer -> {
                List<OrderSight> found = new ArrayList<>();
                for (JsonNode one : list(answer)) {
                    found.add(sight(one, Fields.text(one, "clientOrderId"), listing));
                }
                return found;
            }));
        }
        return open;
    }

    @Override
    public List<OwnTrade> trades(OrderKey key) throws VenueException {
        Map<String, String> query = query(key.listing());
        query.put("orderId", key.venueId());
        return ask("GET", "/api/v3/myTrades", query, answer -> {
            Grid grid = new Grid(key.listing().instrument());
            VenueAmounts amounts = new VenueAmounts(key.listing().instrument());
            List<OwnTrade> trades = new ArrayList<>();
            for (JsonNode one : list(answer)) {
                String asset = Fields.text(one, "commissionAsset");
                trades.add(new OwnTrade(
                        Fields.integer(one, "id"),
                        key.clientId(),
                        key.venueId(),
                        Fields.integer(one, "time") * MILLI_NANOS,
                        grid.ticks(Fields.text(one, "price")),
                        grid.lots(Fields.text(one, "qty")),
                        Fields.flag(one, "isMaker"),
                        amounts.feeCurrency(asset),
                        amounts.feeUnits(asset, Fields.text(one, "commission"))));
            }
            return trades;
        });
    }

    @Override
    public List<AccountBalance> balances() throws VenueException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("omitZeroBalances", "true");
        return ask("GET", "/api/v3/account", query, answer -> {
            List<AccountBalance> balances = new ArrayList<>();
            for (JsonNode one : Fields.array(answer, "balances")) {
                BigDecimal free = new BigDecimal(Fields.text(one, "free"));
                balances.add(new AccountBalance(
                        Fields.text(one, "asset"), free.add(new BigDecimal(Fields.text(one, "locked")))));
            }
            return balances;
        });
    }

    @Override
    public KeyRights rights() throws VenueException {
        return ask(
                "GET",
                "/sapi/v1/account/apiRestrictions",
                new LinkedHashMap<>(),
                answer -> new KeyRights(
                        Fields.flag(answer, "enableSpotAndMarginTrading"),
                        Fields.flag(answer, "enableWithdrawals") ? WithdrawalRight.GRANTED : WithdrawalRight.NONE));
    }

    private static JsonNode list(JsonNode answer) throws UnreadableException {
        if (!answer.isArray()) {
            throw new UnreadableException("a list was expected");
        }
        return answer;
    }

    private static OrderSight sight(JsonNode order, String clientId, Listing listing) throws UnreadableException {
        Grid grid = new Grid(listing.instrument());
        return new OrderSight(
                clientId,
                Long.toString(Fields.integer(order, "orderId")),
                BinanceAccountMessages.status(Fields.text(order, "status")),
                grid.lots(Fields.text(order, "origQty")),
                grid.lots(Fields.text(order, "executedQty")),
                grid.ticks(Fields.text(order, "price")),
                Fields.text(order, "side") + " " + Fields.text(order, "origQty") + " " + listing.symbol() + " at "
                        + Fields.text(order, "price"));
    }

    private static Map<String, String> query(Listing listing) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("symbol", listing.symbol());
        return query;
    }

    /** Reads an answer. */
    @FunctionalInterface
    private interface Reading<R> {

        R of(JsonNode answer) throws UnreadableException;
    }

    private <R> R ask(String method, String path, Map<String, String> query, Reading<R> reading) throws VenueException {
        query.put("recvWindow", Integer.toString(RECEIVE_WINDOW_MILLIS));
        if (method.equals("GET") || !timeKnown) {
            learnTime();
        }
        query.put("timestamp", Long.toString(venueMillis()));
        String unsigned = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        PrivateWire.Answer answer = wire.send(
                method,
                path + "?" + unsigned + "&signature=" + sign(unsigned, apiSecret),
                Map.of("X-MBX-APIKEY", apiKey.reveal()),
                "");
        try {
            if (answer.status() >= 300) {
                throw problem(answer);
            }
            return reading.of(Fields.parse(answer.body()));
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Hexadecimal HMAC-SHA256 of the parameters as they are sent. */
    static String sign(String parameters, Secret secret) {
        byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(Signatures.hmac("HmacSHA256", key, parameters.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void learnTime() throws VenueException {
        long asked = clock.nanos();
        if (asked <= leadKnownUntilNanos) {
            return;
        }
        PrivateWire.Answer answer = wire.send("GET", "/api/v3/time", Map.of(), "");
        try {
            long roundTrip = clock.nanos() - asked;
            if (roundTrip > RECEIVE_WINDOW_MILLIS * MILLI_NANOS) {
                throw VenueException.refused(RefusalCode.VENUE_BUSY, "the venue took too long to say what time it is");
            }
            long middle = asked + roundTrip / 2;
            leadMillis = Fields.integer(Fields.parse(answer.body()), "serverTime") - middle / MILLI_NANOS;
            clockErrorNanos = roundTrip / 2 + MILLI_NANOS;
            leadKnownUntilNanos = asked + CLOCK_KNOWN_NANOS;
            timeKnown = true;
        } catch (UnreadableException e) {
            // Nothing was asked yet that could have been done.
            throw VenueException.refused(RefusalCode.VENUE_BUSY, "the venue does not say what time it is");
        }
    }

    private long venueMillis() {
        return clock.nanos() / MILLI_NANOS + leadMillis;
    }

    private VenueException problem(PrivateWire.Answer answer) throws UnreadableException {
        if (answer.status() == TOO_MANY_REQUESTS || answer.status() == BANNED) {
            return VenueException.throttled("status " + answer.status(), answer.retryAfterNanos());
        }
        if (answer.status() >= 500) {
            return new VenueException(VenueException.Kind.UNREACHABLE, "status " + answer.status());
        }
        JsonNode body = Fields.parse(answer.body());
        long code = Fields.integer(body, "code");
        String said = Fields.text(body, "msg");
        if (code == -1021) {
            leadKnownUntilNanos = Long.MIN_VALUE;
        }
        return BinanceAccountMessages.problem(code, said);
    }

    @Override
    public VenueStream openAccount(List<Listing> listings, AccountListener listener) {
        try {
            learnTime();
        } catch (VenueException e) {
            listener.onClosed(String.valueOf(e.getMessage()));
            return () -> {};
        }
        return wire.open(new BinanceAccountMessages(listings, listener, () -> {
            String unsigned = "apiKey=" + apiKey.reveal() + "&timestamp=" + venueMillis();
            return "{\"id\":\"account\",\"method\":\"userDataStream.subscribe.signature\",\"params\":{\"apiKey\":\""
                    + apiKey.reveal() + "\",\"timestamp\":" + unsigned.substring(unsigned.lastIndexOf('=') + 1)
                    + ",\"signature\":\"" + sign(unsigned, apiSecret) + "\"}}";
        }));
    }
}
