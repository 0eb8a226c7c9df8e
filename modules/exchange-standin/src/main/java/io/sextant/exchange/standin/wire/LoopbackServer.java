package io.sextant.exchange.standin.wire;

import io.sextant.exchange.standin.fault.Wire;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** HTTP and WebSocket on one loopback port, a virtual thread a connection, one request a connection. */
public final class LoopbackServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int BACKLOG = 64;

    private final ServerSocket listening;
    private final Desk desk;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** What stands behind the server. */
    public interface Desk {

        /** The answer, or how the connection ends without one. */
        Reply answer(HttpRequest request);

        /** A stream begins; the returned function takes what the reader says on it. */
        Function<String, Boolean> connected(HttpRequest request, Wire wire);

        void disconnected(Wire wire);
    }

    /** How much of an answer gets through. */
    public record Reply(HttpAnswer answer, boolean half, boolean hangUp) {

        public static Reply whole(HttpAnswer answer) {
            return new Reply(answer, false, false);
        }
    }

    public LoopbackServer(Desk desk) {
        this.desk = desk;
        try {
            listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback", e);
        }
        Thread.ofVirtual().name("stand-in-accept").start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().name("stand-in-connection").start(() -> serve(socket));
            } catch (IOException e) {
                if (!closed) {
                    LOG.log(System.Logger.Level.WARNING, "the stand-in cannot accept", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            HttpRequest request = read(in);
            if (request.header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent()) {
                stream(socket, in, request);
            } else {
                reply(socket.getOutputStream(), desk.answer(request));
            }
        } catch (EOFException | SocketException e) {
            LOG.log(System.Logger.Level.DEBUG, "the reader went away", e);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a connection of the stand-in broke", e);
        } finally {
            open.remove(socket);
        }
    }

    private void stream(Socket socket, InputStream in, HttpRequest request) throws IOException {
        WebSocketWire wire = WebSocketWire.accept(socket, request);
        Function<String, Boolean> listener = desk.connected(request, wire);
        try {
            wire.readUntilClosed(in, listener);
        } finally {
            desk.disconnected(wire);
        }
    }

    private static HttpRequest read(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n");
        String[] first = lines[0].split(" ");
        if (first.length < 2) {
            throw new EOFException("no request");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        int question = first[1].indexOf('?');
        String path = question < 0 ? first[1] : first[1].substring(0, question);
        String query = question < 0 ? "" : first[1].substring(question + 1);
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        headers.put(HttpRequest.RAW_QUERY, query);
        return new HttpRequest(first[0], path, parameters(query), headers, body);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int tail = 0;
        while (tail != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0 || head.size() > LONGEST_HEAD) {
                throw new EOFException("no whole request");
            }
            head.write(next);
            tail = (tail << 8) | next;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String one : query.split("&")) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(one.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(one.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static void reply(OutputStream out, Reply reply) throws IOException {
        if (reply.hangUp()) {
            return;
        }
        HttpAnswer answer = reply.answer();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " stand-in\r\n");
        head.append("Content-Type: application/json\r\nConnection: close\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body, 0, reply.half() ? body.length / 2 : body.length);
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the stand-in did not close cleanly", e);
        }
    }
}
