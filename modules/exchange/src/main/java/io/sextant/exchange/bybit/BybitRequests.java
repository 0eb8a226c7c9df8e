package io.sextant.exchange.bybit;

import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.Secret;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.http.Signatures;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.VenueException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Bybit's signed requests, by its own clock. */
final class BybitRequests {

    private static final String RECEIVE_WINDOW_MILLIS = "5000";
    private static final long RECEIVE_WINDOW_NANOS = 5_000_000_000L;
    private static final long CLOCK_KNOWN_NANOS = 600_000_000_000L;
    private static final long STREAM_KEY_MILLIS = 10_000;
    private static final int FORBIDDEN = 403;

    private final PrivateWire wire;
    private final Secret apiKey;
    private final Secret apiSecret;
    private final Clock clock;
    private volatile long leadMillis;
    private volatile long clockErrorNanos;
    private volatile boolean timeKnown;
    private volatile long leadKnownUntilNanos = Long.MIN_VALUE;

    BybitRequests(PrivateWire wire, Secret apiKey, Secret apiSecret, Clock clock) {
        this.wire = wire;
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
        this.clock = clock;
    }

    /** Reads a result. */
    @FunctionalInterface
    interface Reading<R> {

        R of(JsonNode result) throws UnreadableException;
    }

    <R> R get(String path, Map<String, String> query, Reading<R> reading) throws VenueException {
        String parameters = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ask("GET", path + (parameters.isEmpty() ? "" : "?" + parameters), parameters, "", reading);
    }

    /** Values are texts all through, as Bybit wants its amounts. */
    <R> R post(String path, Map<String, String> fields, Reading<R> reading) throws VenueException {
        String body = fields.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":\"" + one.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        return post(path, body, reading);
    }

    <R> R post(String path, String body, Reading<R> reading) throws VenueException {
        return ask("POST", path, body, body, reading);
    }

    private <R> R ask(String method, String pathAndQuery, String signed, String body, Reading<R> reading)
            throws VenueException {
        if (method.equals("GET") || !timeKnown) {
            learnTime();
        }
        String timestamp = Long.toString(venueMillis());
        String key = apiKey.reveal();
        PrivateWire.Answer answer = wire.send(
                method,
                pathAndQuery,
                Map.of(
                        "X-BAPI-API-KEY",
                        key,
                        "X-BAPI-TIMESTAMP",
                        timestamp,
                        "X-BAPI-RECV-WINDOW",
                        RECEIVE_WINDOW_MILLIS,
                        "X-BAPI-SIGN",
                        sign(timestamp + key + RECEIVE_WINDOW_MILLIS + signed, apiSecret),
                        "Content-Type",
                        "application/json"),
                body);
        if (answer.status() == 429 || answer.status() == FORBIDDEN) {
            throw VenueException.throttled("status " + answer.status(), answer.retryAfterNanos());
        }
        if (answer.status() >= 300) {
            throw new VenueException(VenueException.Kind.UNREACHABLE, "status " + answer.status());
        }
        try {
            JsonNode whole = Fields.parse(answer.body());
            long code = Fields.integer(whole, "retCode");
            if (code != 0) {
                throw problem(code, Fields.text(whole, "retMsg"), isOfTerms(pathAndQuery));
            }
            return reading.of(Fields.object(whole, "result"));
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Hexadecimal HMAC-SHA256. */
    static String sign(String text, Secret secret) {
        byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Signatures.hmac("HmacSHA256", key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The message that opens the account's stream. */
    String streamKey() {
        long expires = venueMillis() + STREAM_KEY_MILLIS;
        return "{\"op\":\"auth\",\"args\":[\"" + apiKey.reveal() + "\"," + expires + ",\""
                + sign("GET/realtime" + expires, apiSecret) + "\"]}";
    }

    /** So that a request which follows at once is stamped and sent without asking for the time in between. */
    void learnTime() throws VenueException {
        long asked = clock.nanos();
        if (asked <= leadKnownUntilNanos) {
            return;
        }
        PrivateWire.Answer answer = wire.send("GET", "/v5/market/time", Map.of(), "");
        try {
            long roundTrip = clock.nanos() - asked;
            if (roundTrip > RECEIVE_WINDOW_NANOS) {
                throw VenueException.refused(RefusalCode.VENUE_BUSY, "the venue took too long to say what time it is");
            }
            long middle = asked + roundTrip / 2;
            leadMillis = Fields.integer(Fields.parse(answer.body()), "time") - middle / BybitTrading.MILLI_NANOS;
            clockErrorNanos = roundTrip / 2 + BybitTrading.MILLI_NANOS;
            leadKnownUntilNanos = asked + CLOCK_KNOWN_NANOS;
            timeKnown = true;
        } catch (UnreadableException e) {
            // Nothing was asked yet that could have been done.
            throw VenueException.refused(RefusalCode.VENUE_BUSY, "the venue does not say what time it is");
        }
    }

    long clockErrorNanos() {
        return clockErrorNanos;
    }

    private long venueMillis() {
        return clock.nanos() / BybitTrading.MILLI_NANOS + leadMillis;
    }

    /** Bybit counts each kind of request for itself. */
    private static boolean isOfTerms(String path) {
        return path.equals("/v5/order/create") || path.equals("/v5/order/amend");
    }

    /** Codes as Bybit documents them; errors of its servers, and a name that is taken, do not say that nothing was done. */
    private VenueException problem(long code, String said, boolean ofTerms) {
        String sentence = said + " (" + code + ")";
        String words = said.toLowerCase(Locale.ROOT);
        if (code == 10002) {
            leadKnownUntilNanos = Long.MIN_VALUE;
            return VenueException.refused(RefusalCode.VENUE_BUSY, sentence);
        }
        if (code == 10000 || code == 10016 || code == 170146 || code == 170147 || isNameTaken(code, words)) {
            return new VenueException(VenueException.Kind.UNREACHABLE, sentence);
        }
        if (code == 170005 || (code == 10006 && ofTerms)) {
            return VenueException.ordersThrottled(sentence, 0);
        }
        if (code == 10006 || code == 10018 || code == 10429 || code == 170222) {
            return VenueException.throttled(sentence, 0);
        }
        if (code == 170213 || code == 110001 || code == 170139 || code == 170142) {
            return VenueException.refused(RefusalCode.NOT_AT_VENUE, sentence);
        }
        if (code == 170218) {
            return VenueException.refused(RefusalCode.WOULD_TAKE, sentence);
        }
        if (code == 170131 || words.contains("insufficient balance")) {
            return VenueException.refused(RefusalCode.VENUE_FUNDS, sentence);
        }
        return VenueException.refused(RefusalCode.VENUE_REFUSED, sentence);
    }

    private static boolean isNameTaken(long code, String words) {
        return code == 170141 || code == 110072 || words.contains("duplicate");
    }
}
