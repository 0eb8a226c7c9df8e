package io.sextant.exchange.standin.account;

import io.sextant.exchange.standin.PrivateDesk;
import io.sextant.exchange.standin.VenueShape.Markets;
import io.sextant.exchange.standin.account.AccountTruth.Outcome;
import io.sextant.exchange.standin.account.TruthOrder.Entry;
import io.sextant.exchange.standin.fault.FaultyStream;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The private shapes of Bybit spot (v5) with a unified account: signed requests, and orders and executions on its private stream. */
public final class BybitAccountDesk implements PrivateDesk, AccountTruth.Watcher {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long AHEAD_MILLIS = 1_000;
    private static final int PAGE = 3;
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");
    private static final Pattern WINDOW = Pattern.compile("\"timeWindow\":(\\d+)");
    private static final Pattern AUTH = Pattern.compile(".*\"args\":\\[\"([^\"]*)\",(\\d+),\"([0-9a-f]+)\"].*");

    private final Markets markets;
    private final AccountTruth account;
    private final String apiKey;
    private final String apiSecret;
    private final List<FaultyStream> known = new ArrayList<>();
    private final List<FaultyStream> streams = new ArrayList<>();
    private final Set<FaultyStream> guarding = new HashSet<>();
    private boolean guards = true;
    private boolean guardTopic = true;
    private long windowNanos = 10_000 * MILLI_NANOS;
    private long heardNanos;

    public BybitAccountDesk(Markets markets, AccountTruth account, String apiKey, String apiSecret) {
        this.markets = markets;
        this.account = account;
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
        account.watch(this);
    }

    @Override
    public Optional<HttpAnswer> answer(HttpRequest request) {
        if (request.path().equals("/v5/market/time")) {
            return Optional.of(ok("{}"));
        }
        return request.path().startsWith("/v5/order")
                        || request.path().startsWith("/v5/execution")
                        || request.path().startsWith("/v5/account")
                        || request.path().startsWith("/v5/user")
                ? Optional.of(findProblem(request).orElseGet(() -> signed(request)))
                : Optional.empty();
    }

    private Optional<HttpAnswer> findProblem(HttpRequest request) {
        if (!request.header("x-bapi-api-key").equals(Optional.of(apiKey))) {
            return Optional.of(error(10003, "API key is invalid."));
        }
        String timestamp = request.header("x-bapi-timestamp").orElse("0");
        String window = request.header("x-bapi-recv-window").orElse("5000");
        String said = request.method().equals("GET")
                ? request.header(HttpRequest.RAW_QUERY).orElse("")
                : request.body();
        if (!request.header("x-bapi-sign").equals(Optional.of(sign(timestamp + apiKey + window + said)))) {
            return Optional.of(error(10004, "Error sign, please check your signature generation algorithm."));
        }
        long now = markets.venueNanos() / MILLI_NANOS;
        long sent = Long.parseLong(timestamp);
        return sent > now + AHEAD_MILLIS || now - sent > Long.parseLong(window)
                ? Optional.of(error(10002, "The request time exceeds the time window range."))
                : Optional.empty();
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(apiSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpAnswer signed(HttpRequest request) {
        Map<String, String> body = fields(request.body());
        return switch (request.method() + " " + request.path()) {
            case "POST /v5/order/create" -> place(body);
            case "POST /v5/order/amend" -> amend(body);
            case "POST /v5/order/cancel" ->
                switch (account.cancel(body.getOrDefault("orderLinkId", ""))) {
                    case Outcome.Done(TruthOrder order) -> taken(order);
                    case Outcome.Refused(var why) -> error(170213, "Order does not exist.");
                };
            case "POST /v5/order/disconnected-cancel-all" -> cancelAfter(request.body());
            case "GET /v5/order/realtime" -> ok(list(request, orders(request, TruthOrder::isOpen)));
            case "GET /v5/order/history" -> ok(list(request, orders(request, order -> !order.isOpen())));
            case "GET /v5/execution/list" -> ok(list(request, executions(request)));
            case "GET /v5/account/wallet-balance" -> ok(balances());
            case "GET /v5/user/query-api" -> ok(rights());
            default -> error(10001, "no such path");
        };
    }

    private HttpAnswer cancelAfter(String body) {
        Matcher window = WINDOW.matcher(body);
        if (!guards || !window.find() || !body.contains("\"SPOT\"")) {
            return error(10001, "DCP is not enabled for this account.");
        }
        windowNanos = Long.parseLong(window.group(1)) * 1_000 * MILLI_NANOS;
        return ok("{}");
    }

    /** Whether the account was given the right to have what works cancelled when its streams are lost; at first it was. */
    public void allowGuard(boolean allowed) {
        guards = allowed;
    }

    /** Whether a stream may guard where the account may; at first it may. */
    public void allowGuardTopic(boolean allowed) {
        guardTopic = allowed;
    }

    /** To be called by the clock: cancels everything when no guarding stream was heard for the window. */
    public void lapse() {
        if (isGuarding() && markets.venueNanos() - heardNanos > windowNanos) {
            guarding.clear();
            account.open().forEach(order -> account.cancel(order.clientId()));
        }
    }

    public boolean isGuarding() {
        return !guarding.isEmpty();
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        Matcher found = FIELD.matcher(json);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }

    private HttpAnswer place(Map<String, String> body) {
        Optional<MarketTruth> market = markets.all().stream()
                .filter(one -> symbol(one.pair()).equals(body.get("symbol")))
                .findFirst();
        if (market.isEmpty()) {
            return error(170121, "Invalid symbol.");
        }
        ListedPair pair = market.get().pair();
        Entry entry = switch (body.getOrDefault("timeInForce", "")) {
            case "PostOnly" -> Entry.POST_ONLY;
            case "IOC" -> Entry.IMMEDIATE;
            case "FOK" -> Entry.ALL_OR_NOTHING;
            default -> Entry.REST;
        };
        return switch (account.place(
                body.getOrDefault("orderLinkId", "none"),
                market.get(),
                body.getOrDefault("side", "").equals("Buy"),
                units(body.getOrDefault("qty", "0"), pair.lotDecimals()),
                units(body.getOrDefault("price", "0"), pair.priceDecimals()),
                entry)) {
            case Outcome.Done(TruthOrder order) -> taken(order);
            case Outcome.Refused(var why) ->
                switch (why) {
                    case NAME_TAKEN -> error(170141, "Duplicate clientOrderId");
                    case FUNDS -> error(170131, "Insufficient balance.");
                    case WOULD_TAKE -> error(170218, "The LIMIT-MAKER order is rejected due to invalid price.");
                    case UNKNOWN -> error(170130, "Order was rejected.");
                };
        };
    }

    private HttpAnswer amend(Map<String, String> body) {
        Optional<TruthOrder> found = account.find(body.getOrDefault("orderLinkId", ""));
        if (found.isEmpty()) {
            return error(170213, "Order does not exist.");
        }
        ListedPair pair = found.get().market().pair();
        return switch (account.amend(
                found.get().clientId(),
                units(body.getOrDefault("qty", "0"), pair.lotDecimals()),
                units(body.getOrDefault("price", "0"), pair.priceDecimals()))) {
            case Outcome.Done(TruthOrder order) -> taken(order);
            case Outcome.Refused(var why) -> error(170213, "Order does not exist.");
        };
    }

    private static long units(String decimal, int decimals) {
        return new BigDecimal(decimal).movePointRight(decimals).longValueExact();
    }

    private HttpAnswer taken(TruthOrder order) {
        return ok("{\"orderId\":\"" + order.id() + "\",\"orderLinkId\":\"" + order.clientId() + "\"}");
    }

    private List<String> orders(HttpRequest request, Predicate<TruthOrder> wanted) {
        Optional<String> clientId = request.parameter("orderLinkId");
        Stream<TruthOrder> named =
                clientId.isPresent() ? account.find(clientId.get()).stream() : account.orders().stream();
        return named.filter(wanted).map(this::order).toList();
    }

    private List<String> executions(HttpRequest request) {
        long orderId = request.number("orderId", 0);
        return account.findById(orderId).stream()
                .flatMap(order -> order.fills().stream().map(fill -> execution(order, fill)))
                .toList();
    }

    /** Pages are short here, so that whoever reads one page only is found out. */
    private static String list(HttpRequest request, List<String> rows) {
        // Between two pages what was listed may have become less.
        int from = (int) Math.min(request.number("cursor", 0), rows.size());
        int to = Math.min(rows.size(), from + PAGE);
        return "{\"nextPageCursor\":\"" + (to < rows.size() ? to : "") + "\",\"category\":\"spot\",\"list\":["
                + String.join(",", rows.subList(from, to)) + "]}";
    }

    private static String symbol(ListedPair pair) {
        return pair.base() + pair.quote();
    }

    private String order(TruthOrder order) {
        ListedPair pair = order.market().pair();
        String status = switch (order.status()) {
            case NEW -> "New";
            case PARTLY_FILLED -> "PartiallyFilled";
            case FILLED -> "Filled";
            case CANCELLED, EXPIRED -> order.filled() > 0 ? "PartiallyFilledCanceled" : "Cancelled";
        };
        return "{\"symbol\":\"" + symbol(pair) + "\",\"orderId\":\"" + order.id() + "\",\"orderLinkId\":\""
                + order.clientId() + "\",\"side\":\"" + side(order) + "\",\"orderStatus\":\"" + status
                + "\",\"price\":\"" + pair.price(order.ticks()) + "\",\"qty\":\"" + pair.quantity(order.lots())
                + "\",\"cumExecQty\":\"" + pair.quantity(order.filled()) + "\"}";
    }

    private static String side(TruthOrder order) {
        return order.buys() ? "Buy" : "Sell";
    }

    private static String execution(TruthOrder order, TruthFill fill) {
        ListedPair pair = order.market().pair();
        return "{\"symbol\":\"" + symbol(pair) + "\",\"orderId\":\"" + order.id() + "\",\"orderLinkId\":\""
                + order.clientId() + "\",\"side\":\"" + side(order) + "\",\"execId\":\"E-" + fill.id()
                + "\",\"execPrice\":\"" + pair.price(fill.ticks()) + "\",\"execQty\":\"" + pair.quantity(fill.lots())
                + "\",\"execFee\":\"" + fill.fee().toPlainString() + "\",\"feeCurrency\":\"" + fill.feeCurrency()
                + "\",\"execTime\":\"" + fill.timeNanos() / MILLI_NANOS + "\",\"isMaker\":" + fill.maker() + "}";
    }

    private String balances() {
        return account.balances().entrySet().stream()
                .map(one -> "{\"coin\":\"" + one.getKey() + "\",\"walletBalance\":\""
                        + one.getValue().toPlainString() + "\",\"locked\":\""
                        + account.locked(one.getKey()).toPlainString() + "\"}")
                .collect(Collectors.joining(",", "{\"list\":[{\"accountType\":\"UNIFIED\",\"coin\":[", "]}]}"));
    }

    private String rights() {
        return "{\"apiKey\":\"" + apiKey + "\",\"readOnly\":0,\"permissions\":{\"Spot\":["
                + (account.keyMayTrade() ? "\"SpotTrade\"" : "") + "],\"Wallet\":[\"AccountTransfer\""
                + (account.keyMayWithdraw() ? ",\"Withdraw\"" : "") + "]}}";
    }

    private HttpAnswer ok(String result) {
        return HttpAnswer.ok("{\"retCode\":0,\"retMsg\":\"OK\",\"result\":" + result + ",\"time\":"
                + markets.venueNanos() / MILLI_NANOS + "}");
    }

    private HttpAnswer error(int code, String message) {
        return HttpAnswer.ok("{\"retCode\":" + code + ",\"retMsg\":\"" + message + "\",\"result\":{},\"time\":"
                + markets.venueNanos() / MILLI_NANOS + "}");
    }

    @Override
    public Optional<Consumer<String>> connected(HttpRequest request, FaultyStream stream) {
        return request.path().startsWith("/v5/private")
                ? Optional.of(message -> hear(message, stream))
                : Optional.empty();
    }

    private void hear(String message, FaultyStream stream) {
        Matcher auth = AUTH.matcher(message);
        if (guarding.contains(stream)) {
            heardNanos = markets.venueNanos();
        }
        if (message.contains("dcp.spot")) {
            guard(message.contains("unsubscribe"), stream);
        } else if (auth.matches()) {
            boolean valid = auth.group(1).equals(apiKey)
                    && sign("GET/realtime" + auth.group(2)).equals(auth.group(3))
                    && Long.parseLong(auth.group(2)) > markets.venueNanos() / MILLI_NANOS;
            if (valid) {
                known.add(stream);
            }
            stream.send("{\"success\":" + valid + ",\"ret_msg\":\"\",\"op\":\"auth\",\"conn_id\":\"1\"}");
        } else if (message.contains("\"subscribe\"")) {
            boolean valid = known.contains(stream);
            if (valid) {
                streams.add(stream);
            }
            stream.send("{\"success\":" + valid + ",\"ret_msg\":\"\",\"op\":\"subscribe\",\"conn_id\":\"1\"}");
        } else if (message.contains("\"ping\"")) {
            stream.send("{\"success\":true,\"ret_msg\":\"pong\",\"op\":\"ping\",\"conn_id\":\"1\"}");
        }
    }

    private void guard(boolean off, FaultyStream stream) {
        boolean valid = guards && guardTopic && known.contains(stream);
        if (off) {
            guarding.remove(stream);
        } else if (valid) {
            guarding.add(stream);
            heardNanos = markets.venueNanos();
        }
        stream.send("{\"success\":" + valid + ",\"ret_msg\":\"\",\"req_id\":\"guard\",\"op\":\""
                + (off ? "unsubscribe" : "subscribe") + "\",\"conn_id\":\"1\"}");
    }

    @Override
    public void onChanged(TruthOrder order) {
        tell("order.spot", order(order));
    }

    @Override
    public void onFilled(TruthOrder order, TruthFill fill) {
        tell("execution.spot", execution(order, fill));
        tell("order.spot", order(order));
    }

    private void tell(String topic, String data) {
        streams.removeIf(FaultyStream::isCut);
        List.copyOf(streams)
                .forEach(stream -> stream.send("{\"topic\":\"" + topic + "\",\"creationTime\":"
                        + markets.venueNanos() / MILLI_NANOS + ",\"data\":[" + data + "]}"));
    }

    /** Cuts every stream of the account. */
    public void cutAll() {
        List.copyOf(streams).forEach(FaultyStream::cut);
        streams.clear();
        known.clear();
    }
}
