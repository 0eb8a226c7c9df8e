package io.sextant.exchange.trade;

import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.http.MessageLine;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.Wire;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.standin.wire.LoopbackServer;
import io.sextant.exchange.testing.VirtualTime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The way to the stand-in without a socket: what the exchange's plan makes go wrong goes wrong here too. The exchange does what it
 * is asked at once, and its answer takes its time, in which everything else goes on.
 */
final class StandInWire implements PrivateWire {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long WAY_NANOS = 3 * MILLI_NANOS;
    private static final int MOST_AT_ONCE = 6;

    private final StandInExchange exchange;
    private final VirtualTime time;
    private final String streamPath;
    private final SeededRandom random = new SeededRandom(17);
    private int underWay;

    StandInWire(StandInExchange exchange, VirtualTime time, String streamPath) {
        this.exchange = exchange;
        this.time = time;
        this.streamPath = streamPath;
    }

    @Override
    public Answer send(String method, String pathAndQuery, Map<String, String> headers, String body)
            throws VenueException {
        LoopbackServer.Reply reply = exchange.answer(request(method, pathAndQuery, headers, body));
        comeBack();
        if (reply.hangUp()) {
            throw new VenueException(VenueException.Kind.UNREACHABLE, "hung up");
        }
        String text = reply.answer().body();
        return new Answer(
                reply.answer().status(),
                reply.half() ? text.substring(0, text.length() / 2) : text,
                reply.answer().headers().containsKey("Retry-After") ? 2_000_000_000L : 0);
    }

    /** Mostly some milliseconds, at times seconds. What is asked meanwhile is answered before. */
    private void comeBack() {
        if (underWay == MOST_AT_ONCE) {
            return;
        }
        underWay++;
        int longestMillis = random.nextInt(20) == 0 ? 4_000 : random.nextInt(4) == 0 ? 400 : 50;
        time.runUntil(time.nanos() + MILLI_NANOS * (1 + random.nextInt(longestMillis)));
        underWay--;
    }

    private static HttpRequest request(String method, String pathAndQuery, Map<String, String> headers, String body) {
        int question = pathAndQuery.indexOf('?');
        String path = question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
        String query = question < 0 ? "" : pathAndQuery.substring(question + 1);
        Map<String, String> parameters = new HashMap<>();
        for (String one : (query.isEmpty() ? body : query).split("&")) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(one.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(one.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        Map<String, String> small = new HashMap<>();
        headers.forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
        small.put(HttpRequest.RAW_QUERY, query);
        return new HttpRequest(method, path, parameters, small, body);
    }

    @Override
    public MessageLine open(LineOwner owner) {
        Line line = new Line(owner);
        time.after(WAY_NANOS, line::begin);
        return line;
    }

    /** Our end of a connection. What is said takes a moment to arrive, so that no answer comes amid a message. */
    private final class Line implements MessageLine {

        private final LineOwner owner;
        private final FarEnd far = new FarEnd(this);
        private final Function<String, Boolean> hearing;
        private boolean closed;

        Line(LineOwner owner) {
            this.owner = owner;
            hearing = exchange.connected(HttpRequest.get(streamPath, Map.of()), far);
        }

        void begin() {
            if (!closed) {
                owner.opened(this);
            }
        }

        @Override
        public void send(String message) {
            time.after(WAY_NANOS, () -> {
                if (!closed) {
                    closed |= !hearing.apply(message);
                }
            });
        }

        @Override
        public void close() {
            closed = true;
            exchange.disconnected(far);
        }
    }

    /** The exchange's end. */
    private final class FarEnd implements Wire {

        private final Line line;

        FarEnd(Line line) {
            this.line = line;
        }

        @Override
        public void send(String message) {
            time.after(WAY_NANOS, () -> {
                if (!line.closed) {
                    line.owner.read(line, message);
                }
            });
        }

        @Override
        public void sendHalfAndCut(String message) {
            cut();
        }

        @Override
        public void cut() {
            if (!line.closed) {
                line.closed = true;
                time.after(WAY_NANOS, () -> line.owner.closed("the connection was closed"));
            }
        }
    }
}
