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
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The private shapes of Kraken spot: signed forms under {@code /0/private}, and the executions channel. */
public final class KrakenAccountDesk implements PrivateDesk, AccountTruth.Watcher {

    private static final String ROOT = "/0/private/";
    private static final String TOKEN = "a-token";
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int MOST_IN_A_BATCH = 50;
    private static final Pattern NONCE = Pattern.compile("\"nonce\":\"(\\d+)\"");
    private static final Pattern NAMES = Pattern.compile("\"cl_ord_ids\":\\[([^]]*)]");

    private final Markets markets;
    private final AccountTruth account;
    private final String apiKey;
    private final String apiSecret;
    private final List<FaultyStream> streams = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private long lastNonce;
    private final KrakenTimer timer = new KrakenTimer();

    /** The secret is Base64, as Kraken's are. */
    public KrakenAccountDesk(Markets markets, AccountTruth account, String apiKey, String apiSecret) {
        this.markets = markets;
        this.account = account;
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
        account.watch(this);
    }

    @Override
    public Optional<HttpAnswer> answer(HttpRequest request) {
        if (request.path().equals("/0/public/Assets")) {
            return Optional.of(ok(assets()));
        }
        return request.path().startsWith(ROOT) ? Optional.of(signed(request)) : Optional.empty();
    }

    private HttpAnswer signed(HttpRequest request) {
        Map<String, String> form = request.body().startsWith("{") ? list(request.body()) : form(request.body());
        String nonce = form.getOrDefault("nonce", "0");
        if (!request.header("api-key").equals(Optional.of(apiKey))
                || !request.header("api-sign").equals(Optional.of(sign(request, nonce)))) {
            return error("EAPI:Invalid key");
        }
        if (Long.parseLong(nonce) <= lastNonce) {
            return error("EAPI:Invalid nonce");
        }
        lastNonce = Long.parseLong(nonce);
        String deadline = form.get("deadline");
        if (deadline != null && nanos(Instant.parse(deadline)) < markets.venueNanos()) {
            return error("EService:Deadline elapsed");
        }
        return switch (request.path().substring(ROOT.length())) {
            case "AddOrder" -> place(form);
            case "AmendOrder" -> amend(form);
            case "CancelOrder" -> cancel(form);
            case "CancelOrderBatch" -> cancelBatch(form);
            case "CancelAllOrdersAfter" -> cancelAfter(form);
            case "OpenOrders" -> ok("{\"open\":" + orders(form, TruthOrder::isOpen) + "}");
            case "ClosedOrders" -> ok("{\"closed\":" + orders(form, order -> !order.isOpen()) + "}");
            case "QueryOrders" -> ok(orders(form, order -> id(order).equals(form.get("txid"))));
            case "QueryTrades" ->
                ok(trades(List.of(form.getOrDefault("txid", "").split(","))));
            case "Balance" -> ok(balances());
            case "GetApiKeyInfo" -> ok(rights());
            case "GetWebSocketsToken" -> ok("{\"token\":\"" + TOKEN + "\",\"expires\":900}");
            default -> error("EGeneral:Unknown method");
        };
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * SECOND_NANOS + time.getNano();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&")).map(one -> one.split("=", 2)).forEach(pair -> {
            if (pair.length == 2) {
                form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        });
        return form;
    }

    /** A list of texts under its name, separated by commas, and the number. */
    private static Map<String, String> list(String body) {
        Map<String, String> form = new HashMap<>();
        Matcher nonce = NONCE.matcher(body);
        Matcher names = NAMES.matcher(body);
        if (nonce.find() && names.find()) {
            form.put("nonce", nonce.group(1));
            form.put("cl_ord_ids", names.group(1).replace("\"", ""));
        }
        return form;
    }

    private String sign(HttpRequest request, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(apiSecret), "HmacSHA512"));
            mac.update(request.path().getBytes(StandardCharsets.UTF_8));
            mac.update(MessageDigest.getInstance("SHA-256")
                    .digest((nonce + request.body()).getBytes(StandardCharsets.UTF_8)));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpAnswer place(Map<String, String> form) {
        Optional<MarketTruth> market = markets.all().stream()
                .filter(one -> pair(one.pair()).equals(form.get("pair")))
                .findFirst();
        if (market.isEmpty()) {
            return error("EQuery:Unknown asset pair");
        }
        ListedPair pair = market.get().pair();
        Entry entry = form.getOrDefault("oflags", "").contains("post")
                ? Entry.POST_ONLY
                : form.getOrDefault("timeinforce", "").equals("IOC") ? Entry.IMMEDIATE : Entry.REST;
        Outcome outcome = account.place(
                form.getOrDefault("cl_ord_id", "none"),
                market.get(),
                form.getOrDefault("type", "").equals("buy"),
                units(form.getOrDefault("volume", "0"), pair.lotDecimals()),
                units(form.getOrDefault("price", "0"), pair.priceDecimals()),
                entry);
        return switch (outcome) {
            case Outcome.Done(TruthOrder order) ->
                ok("{\"descr\":{\"order\":\"an order\"},\"txid\":[\"" + id(order) + "\"]}");
            case Outcome.Refused(var why) ->
                switch (why) {
                    case NAME_TAKEN -> error("EOrder:Duplicate client order id");
                    case FUNDS -> error("EOrder:Insufficient funds");
                    case WOULD_TAKE -> error("EOrder:Post only order");
                    case UNKNOWN -> error("EOrder:Invalid order");
                };
        };
    }

    private HttpAnswer amend(Map<String, String> form) {
        Optional<TruthOrder> found = account.find(form.getOrDefault("cl_ord_id", ""));
        if (found.isEmpty()) {
            return error("EOrder:Unknown order");
        }
        ListedPair pair = found.get().market().pair();
        return switch (account.amend(
                found.get().clientId(),
                units(form.getOrDefault("order_qty", "0"), pair.lotDecimals()),
                units(form.getOrDefault("limit_price", "0"), pair.priceDecimals()))) {
            case Outcome.Done(TruthOrder order) -> ok("{\"amend_id\":\"T-" + order.id() + "\"}");
            case Outcome.Refused(var why) -> error("EOrder:Unknown order");
        };
    }

    private HttpAnswer cancel(Map<String, String> form) {
        return switch (account.cancel(form.getOrDefault("cl_ord_id", ""))) {
            case Outcome.Done(TruthOrder order) -> ok("{\"count\":1}");
            case Outcome.Refused(var why) -> error("EOrder:Unknown order");
        };
    }

    private HttpAnswer cancelBatch(Map<String, String> form) {
        String[] names = form.getOrDefault("cl_ord_ids", "").split(",");
        if (names.length < 2 || names.length > MOST_IN_A_BATCH) {
            return error("EGeneral:Invalid arguments");
        }
        batches.add(names.length);
        long done = Arrays.stream(names)
                .filter(name -> account.cancel(name) instanceof Outcome.Done)
                .count();
        return ok("{\"count\":" + done + "}");
    }

    private HttpAnswer cancelAfter(Map<String, String> form) {
        long now = markets.venueNanos();
        return timer.setFor(Long.parseLong(form.getOrDefault("timeout", "0")), now)
                .map(KrakenAccountDesk::error)
                .orElseGet(() -> ok("{\"currentTime\":\"" + Instant.ofEpochSecond(now / SECOND_NANOS)
                        + "\",\"triggerTime\":\"0\"}"));
    }

    /** To be called by the clock: cancels everything when nobody asked to wait on. */
    public void lapse() {
        if (timer.lapses(markets.venueNanos())) {
            account.open().forEach(order -> account.cancel(order.clientId()));
        }
    }

    public KrakenTimer timer() {
        return timer;
    }

    /** How many orders each request for several named. */
    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    private static long units(String decimal, int decimals) {
        return new BigDecimal(decimal).movePointRight(decimals).longValueExact();
    }

    private String orders(Map<String, String> form, Predicate<TruthOrder> wanted) {
        String clientId = form.get("cl_ord_id");
        return account.orders().stream()
                .filter(wanted)
                .filter(order -> clientId == null || order.clientId().equals(clientId))
                .map(KrakenAccountDesk::order)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String order(TruthOrder order) {
        ListedPair pair = order.market().pair();
        String status = switch (order.status()) {
            case NEW, PARTLY_FILLED -> "open";
            case FILLED -> "closed";
            case CANCELLED -> "canceled";
            case EXPIRED -> "expired";
        };
        String trades = order.fills().stream()
                .map(fill -> "\"" + trade(fill) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return "\"" + id(order) + "\":{\"cl_ord_id\":\"" + order.clientId() + "\",\"status\":\"" + status
                + "\",\"vol\":\"" + pair.quantity(order.lots()) + "\",\"vol_exec\":\""
                + pair.quantity(order.filled()) + "\",\"descr\":{\"pair\":\"" + pair(pair) + "\",\"type\":\""
                + (order.buys() ? "buy" : "sell") + "\",\"ordertype\":\"limit\",\"price\":\""
                + pair.price(order.ticks()) + "\"},\"trades\":" + trades + "}";
    }

    private String trades(List<String> ids) {
        return account.orders().stream()
                .flatMap(order -> order.fills().stream()
                        .filter(fill -> ids.contains(trade(fill)))
                        .map(fill -> "\"" + trade(fill) + "\":{\"ordertxid\":\"" + id(order) + "\",\"time\":"
                                + BigDecimal.valueOf(fill.timeNanos(), 9).toPlainString() + ",\"price\":\""
                                + order.market().pair().price(fill.ticks()) + "\",\"vol\":\""
                                + order.market().pair().quantity(fill.lots()) + "\",\"fee\":\""
                                + fill.fee().toPlainString() + "\",\"maker\":" + fill.maker() + "}"))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String balances() {
        return account.balances().entrySet().stream()
                .map(one -> "\"" + asset(one.getKey()) + "\":\"" + counted(one.getKey(), one.getValue()) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String counted(String currency, BigDecimal amount) {
        return amount.setScale(decimals(currency), RoundingMode.DOWN).toPlainString();
    }

    /** As Kraken has them: dollars to four places, bitcoin to ten. */
    private static int decimals(String currency) {
        return currency.equals("USD") ? 4 : 10;
    }

    private String assets() {
        return account.balances().keySet().stream()
                .map(one -> "\"" + asset(one) + "\":{\"aclass\":\"currency\",\"altname\":\"" + one + "\",\"decimals\":"
                        + decimals(one) + ",\"display_decimals\":2}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String rights() {
        return "{\"apikey_name\":\"sextant\",\"permissions\":[\"query-funds\",\"query-open-trades\""
                + (account.keyMayTrade() ? ",\"modify-trades\",\"close-trades\"" : "")
                + (account.keyMayWithdraw() ? ",\"withdraw-funds\"" : "") + "]}";
    }

    private static String asset(String currency) {
        return switch (currency) {
            case "BTC" -> "XXBT";
            case "USD" -> "ZUSD";
            default -> currency;
        };
    }

    private static String pair(ListedPair pair) {
        return (pair.base().equals("BTC") ? "XBT" : pair.base()) + pair.quote();
    }

    private static String id(TruthOrder order) {
        return "O-" + order.id();
    }

    private static String trade(TruthFill fill) {
        return "T-" + fill.id();
    }

    private static HttpAnswer ok(String result) {
        return HttpAnswer.ok("{\"error\":[],\"result\":" + result + "}");
    }

    private static HttpAnswer error(String error) {
        return HttpAnswer.ok("{\"error\":[\"" + error + "\"]}");
    }

    @Override
    public Optional<Consumer<String>> connected(HttpRequest request, FaultyStream stream) {
        return request.path().startsWith("/private")
                ? Optional.of(message -> subscribe(message, stream))
                : Optional.empty();
    }

    private void subscribe(String message, FaultyStream stream) {
        if (message.contains("\"executions\"") && message.contains("\"" + TOKEN + "\"")) {
            streams.add(stream);
            stream.send("{\"method\":\"subscribe\",\"result\":{\"channel\":\"executions\"},\"success\":true}");
        } else {
            stream.send("{\"method\":\"subscribe\",\"error\":\"Invalid token\",\"success\":false}");
        }
    }

    @Override
    public void onChanged(TruthOrder order) {
        tell(order, order.status() == TruthOrder.Status.NEW ? "new" : "status", "");
    }

    @Override
    public void onFilled(TruthOrder order, TruthFill fill) {
        ListedPair pair = order.market().pair();
        tell(
                order,
                "trade",
                ",\"exec_id\":\"" + trade(fill) + "\",\"last_price\":" + pair.price(fill.ticks()) + ",\"last_qty\":"
                        + pair.quantity(fill.lots()) + ",\"liquidity_ind\":\"" + (fill.maker() ? "m" : "t")
                        + "\",\"fees\":[{\"asset\":\"" + fill.feeCurrency() + "\",\"qty\":"
                        + fill.fee().toPlainString() + "}]");
    }

    private void tell(TruthOrder order, String kind, String more) {
        ListedPair pair = order.market().pair();
        String status = switch (order.status()) {
            case NEW -> "new";
            case PARTLY_FILLED -> "partially_filled";
            case FILLED -> "filled";
            case CANCELLED -> "canceled";
            case EXPIRED -> "expired";
        };
        long now = markets.venueNanos();
        String data = "{\"order_id\":\"" + id(order) + "\",\"cl_ord_id\":\"" + order.clientId() + "\",\"exec_type\":\""
                + kind + "\",\"symbol\":\"" + pair.base() + "/" + pair.quote() + "\",\"order_status\":\"" + status
                + "\",\"order_qty\":" + pair.quantity(order.lots()) + ",\"cum_qty\":" + pair.quantity(order.filled())
                + ",\"limit_price\":" + pair.price(order.ticks()) + ",\"timestamp\":\""
                + Instant.ofEpochSecond(now / SECOND_NANOS, now % SECOND_NANOS) + "\"" + more + "}";
        streams.removeIf(FaultyStream::isCut);
        List.copyOf(streams)
                .forEach(stream ->
                        stream.send("{\"channel\":\"executions\",\"type\":\"update\",\"data\":[" + data + "]}"));
    }

    /** Cuts every stream of the account. */
    public void cutAll() {
        List.copyOf(streams).forEach(FaultyStream::cut);
        streams.clear();
    }
}
