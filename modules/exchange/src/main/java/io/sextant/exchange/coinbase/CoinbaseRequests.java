package io.sextant.exchange.coinbase;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Coinbase's requests, each with a token of its own that lives for some seconds by the venue's clock. */
final class CoinbaseRequests {

    static final String ROOT = "/api/v3/brokerage";

    private static final String HOST = "api.coinbase.com";
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MILLI_NANOS = 1_000_000L;
    private static final long LIFE_SECONDS = 10;
    private static final long STREAM_LIFE_SECONDS = 120;
    private static final long CLOCK_KNOWN_NANOS = 600 * SECOND_NANOS;
    private static final int NONCE_CHARACTERS = 16;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final PrivateWire wire;
    private final Secret keyName;
    private final Secret keySecret;
    private final Clock clock;
    private final AtomicLong tokens = new AtomicLong();
    private volatile long leadNanos;
    private volatile long clockErrorNanos;
    private volatile boolean timeKnown;
    private volatile long leadKnownUntilNanos = Long.MIN_VALUE;

    CoinbaseRequests(PrivateWire wire, Secret keyName, Secret keySecret, Clock clock) {
        this.wire = wire;
        this.keyName = keyName;
        this.keySecret = keySecret;
        this.clock = clock;
    }

    /** Reads an answer. */
    @FunctionalInterface
    interface Reading<R> {

        R of(JsonNode answer) throws UnreadableException, VenueException;
    }

    <R> R get(String path, Map<String, String> query, Reading<R> reading) throws VenueException {
        String parameters = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ask("GET", ROOT + path, parameters.isEmpty() ? "" : "?" + parameters, "", reading);
    }

    <R> R post(String path, String body, Reading<R> reading) throws VenueException {
        return ask("POST", ROOT + path, "", body, reading);
    }

    private <R> R ask(String method, String path, String query, String body, Reading<R> reading) throws VenueException {
        if (method.equals("GET") || !timeKnown) {
            learnTime();
        }
        String token = token(LIFE_SECONDS, method + " " + HOST + path);
        PrivateWire.Answer answer = wire.send(
                method,
                path + query,
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
                body);
        try {
            if (answer.status() >= 300) {
                throw problem(answer);
            }
            return reading.of(Fields.parse(answer.body()));
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /** What opens the account's stream. */
    String streamToken() throws VenueException {
        learnTime();
        return token(STREAM_LIFE_SECONDS, "");
    }

    private String token(long lifeSeconds, String uri) {
        long nowSeconds = venueNanos() / SECOND_NANOS;
        String nonce = HexFormat.of()
                .formatHex(Signatures.sha256(nowSeconds + " " + tokens.incrementAndGet() + " " + uri))
                .substring(0, NONCE_CHARACTERS);
        return CoinbaseKey.token(keyName, keySecret, nowSeconds, lifeSeconds, nonce, uri);
    }

    /** So that a token which is needed at once is made and sent without asking for the time in between. */
    void learnTime() throws VenueException {
        long asked = clock.nanos();
        if (asked <= leadKnownUntilNanos) {
            return;
        }
        PrivateWire.Answer answer = wire.send("GET", ROOT + "/time", Map.of(), "");
        try {
            long roundTrip = clock.nanos() - asked;
            if (roundTrip > LIFE_SECONDS * SECOND_NANOS) {
                throw VenueException.refused(RefusalCode.VENUE_BUSY, "the venue took too long to say what time it is");
            }
            long middle = asked + roundTrip / 2;
            leadNanos = Long.parseLong(Fields.text(Fields.parse(answer.body()), "epochMillis")) * MILLI_NANOS - middle;
            clockErrorNanos = roundTrip / 2 + MILLI_NANOS;
            leadKnownUntilNanos = asked + CLOCK_KNOWN_NANOS;
            timeKnown = true;
        } catch (UnreadableException | NumberFormatException e) {
            // Nothing was asked yet that could have been done.
            throw VenueException.refused(RefusalCode.VENUE_BUSY, "the venue does not say what time it is");
        }
    }

    long clockErrorNanos() {
        return clockErrorNanos;
    }

    private long venueNanos() {
        return clock.nanos() + leadNanos;
    }

    private VenueException problem(PrivateWire.Answer answer) {
        String sentence = "status " + answer.status();
        return switch (answer.status()) {
            case 429 -> VenueException.throttled(sentence, answer.retryAfterNanos());
            case UNAUTHORIZED -> {
                leadKnownUntilNanos = Long.MIN_VALUE;
                yield VenueException.refused(RefusalCode.VENUE_REFUSED, sentence + ", the key is not accepted");
            }
            case FORBIDDEN -> VenueException.refused(RefusalCode.VENUE_REFUSED, sentence + ", the key may not do this");
            case NOT_FOUND -> VenueException.refused(RefusalCode.NOT_AT_VENUE, sentence);
            default -> {
                boolean ours = answer.status() >= 400 && answer.status() < 500;
                yield ours
                        ? VenueException.refused(RefusalCode.VENUE_REFUSED, sentence)
                        : new VenueException(VenueException.Kind.UNREACHABLE, sentence);
            }
        };
    }

    /** Why an order was not taken, as Coinbase names it. */
    static VenueException refused(String reason) {
        String words = reason.toUpperCase(Locale.ROOT);
        if (words.contains("INSUFFICIENT_FUND")) {
            return VenueException.refused(RefusalCode.VENUE_FUNDS, reason);
        }
        if (words.contains("ORDER_ENTRY_DISABLED")) {
            return VenueException.ordersThrottled(reason, 0);
        }
        if (words.contains("POST_ONLY")) {
            return VenueException.refused(RefusalCode.WOULD_TAKE, reason);
        }
        if (words.contains("ORDER_NOT_FOUND") || words.contains("UNKNOWN_CANCEL_ORDER")) {
            return VenueException.refused(RefusalCode.NOT_AT_VENUE, reason);
        }
        if (words.contains("UNKNOWN") || words.contains("INTERNAL") || words.contains("DUPLICATE")) {
            return new VenueException(VenueException.Kind.UNREACHABLE, reason);
        }
        return VenueException.refused(RefusalCode.VENUE_REFUSED, reason);
    }
}
