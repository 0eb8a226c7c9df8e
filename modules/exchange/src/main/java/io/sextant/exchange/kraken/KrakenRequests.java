package io.sextant.exchange.kraken;

import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.Secret;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.http.Signatures;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.VenueException;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Kraken's signed requests, one at a time: their numbers have to arrive in order. */
final class KrakenRequests {

    private static final long MICRO_NANOS = 1_000L;
    private static final long MILLI_NANOS = 1_000_000L;
    private static final long SECOND_MILLIS = 1_000;
    private static final long DEADLINE_MILLIS = 5_000;
    private static final long CLOCK_KNOWN_NANOS = 600_000_000_000L;
    private static final long AHEAD_AFTER_MILLIS = 500;

    private final PrivateWire wire;
    private final Secret apiKey;
    private final Secret apiSecret;
    private final Clock clock;
    private final ReentrantLock inOrder = new ReentrantLock();
    private final AtomicLong lastNonce = new AtomicLong();
    private volatile long leadMillis;
    private volatile long clockErrorNanos;
    private volatile long leadKnownUntilNanos = Long.MIN_VALUE;

    KrakenRequests(PrivateWire wire, Secret apiKey, Secret apiSecret, Clock clock) {
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

    /** When Kraken's matching engine is to refuse what it has not taken by then, by its own clock. */
    String deadline() {
        return Instant.ofEpochMilli(clock.nanos() / MILLI_NANOS + leadMillis + DEADLINE_MILLIS)
                .toString();
    }

    long clockErrorNanos() {
        return clockErrorNanos;
    }

    /** Kraken cuts its time to whole seconds, so its clock is up to a second ahead of this; a deadline comes early then, never late. */
    void learnTime() throws VenueException {
        long asked = clock.nanos();
        if (asked <= leadKnownUntilNanos) {
            return;
        }
        long venueMillis = read("Time", result -> Fields.integer(result, "unixtime")) * SECOND_MILLIS;
        long roundTrip = clock.nanos() - asked;
        if (roundTrip > DEADLINE_MILLIS * MILLI_NANOS) {
            throw VenueException.refused(RefusalCode.VENUE_BUSY, "kraken took too long to say what time it is");
        }
        leadMillis = venueMillis - (asked + roundTrip / 2) / MILLI_NANOS;
        clockErrorNanos = roundTrip / 2 + MILLI_NANOS;
        leadKnownUntilNanos = asked + CLOCK_KNOWN_NANOS;
    }

    /** A question that needs no key. */
    <R> R read(String name, Reading<R> reading) throws VenueException {
        return result(wire.send("GET", "/0/public/" + name, Map.of(), ""), reading);
    }

    <R> R ask(String name, Map<String, String> form, Reading<R> reading) throws VenueException {
        inOrder.lock();
        try {
            return result(send("/0/private/" + name, form), reading);
        } finally {
            inOrder.unlock();
        }
    }

    /**
     * Waits only a moment for its turn: a question that hangs must not hold up a cancel. The question's number may be too old then, and
     * Kraken refuses it without having done anything.
     */
    <R> R askAhead(String name, Map<String, String> form, Reading<R> reading) throws VenueException {
        return ahead(() -> send("/0/private/" + name, form), reading);
    }

    /** The same with a list of texts, for which there is no form. */
    <R> R askAhead(String name, String list, List<String> texts, Reading<R> reading) throws VenueException {
        return ahead(() -> sendList("/0/private/" + name, list, texts), reading);
    }

    private interface Sending {

        PrivateWire.Answer send() throws VenueException;
    }

    private <R> R ahead(Sending sending, Reading<R> reading) throws VenueException {
        boolean inTurn = false;
        try {
            inTurn = inOrder.tryLock(AHEAD_AFTER_MILLIS, TimeUnit.MILLISECONDS);
            return result(sending.send(), reading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw VenueException.refused(RefusalCode.NEVER_ARRIVED, "interrupted before it was sent");
        } finally {
            if (inTurn) {
                inOrder.unlock();
            }
        }
    }

    private static <R> R result(PrivateWire.Answer answer, Reading<R> reading) throws VenueException {
        if (answer.status() == 429) {
            throw VenueException.throttled("status 429", answer.retryAfterNanos());
        }
        if (answer.status() >= 300) {
            throw new VenueException(VenueException.Kind.UNREACHABLE, "status " + answer.status());
        }
        try {
            JsonNode whole = Fields.parse(answer.body());
            JsonNode errors = Fields.array(whole, "error");
            if (!errors.isEmpty()) {
                throw problem(errors.path(0).asString(""));
            }
            return reading.of(Fields.object(whole, "result"));
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private PrivateWire.Answer send(String path, Map<String, String> form) throws VenueException {
        String nonce = nonce();
        String fields = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String body = "nonce=" + nonce + (fields.isEmpty() ? "" : "&" + fields);
        return send(path, nonce, body, "application/x-www-form-urlencoded");
    }

    private PrivateWire.Answer sendList(String path, String name, List<String> texts) throws VenueException {
        String nonce = nonce();
        String body = texts.stream()
                .map(one -> "\"" + one + "\"")
                .collect(Collectors.joining(",", "{\"nonce\":\"" + nonce + "\",\"" + name + "\":[", "]}"));
        return send(path, nonce, body, "application/json");
    }

    private String nonce() {
        return Long.toString(lastNonce.updateAndGet(last -> Math.max(last + 1, clock.nanos() / MICRO_NANOS)));
    }

    private PrivateWire.Answer send(String path, String nonce, String body, String type) throws VenueException {
        return wire.send(
                "POST",
                path,
                Map.of(
                        "API-Key",
                        apiKey.reveal(),
                        "API-Sign",
                        sign(path, nonce, body, apiSecret),
                        "Content-Type",
                        type),
                body);
    }

    /** HMAC-SHA512 of the path and the SHA-256 of nonce and body, by the secret out of Base64. */
    static String sign(String path, String nonce, String body, Secret secret) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(path.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(Signatures.sha256(nonce + body));
        byte[] key = Base64.getDecoder().decode(secret.reveal());
        return Base64.getEncoder().encodeToString(Signatures.hmac("HmacSHA512", key, message.toByteArray()));
    }

    /** Kraken's errors come with status 200. A service that is down may have done what was asked. */
    private static VenueException problem(String error) {
        String words = error.toLowerCase(Locale.ROOT);
        if (words.startsWith("eorder:rate limit")) {
            return VenueException.ordersThrottled(error, 0);
        }
        if (words.contains("rate limit") || words.contains("too many requests")) {
            return VenueException.throttled(error, 0);
        }
        if (words.contains("deadline")) {
            return VenueException.refused(RefusalCode.NEVER_ARRIVED, error);
        }
        if (words.startsWith("eservice") || words.startsWith("egeneral:internal") || words.contains("duplicate")) {
            return new VenueException(VenueException.Kind.UNREACHABLE, error);
        }
        if (words.contains("unknown order")) {
            return VenueException.refused(RefusalCode.NOT_AT_VENUE, error);
        }
        if (words.contains("insufficient")) {
            return VenueException.refused(RefusalCode.VENUE_FUNDS, error);
        }
        if (words.contains("post only")) {
            return VenueException.refused(RefusalCode.WOULD_TAKE, error);
        }
        boolean passes = words.contains("nonce") || words.contains("temporary lockout");
        return VenueException.refused(passes ? RefusalCode.VENUE_BUSY : RefusalCode.VENUE_REFUSED, error);
    }
}
