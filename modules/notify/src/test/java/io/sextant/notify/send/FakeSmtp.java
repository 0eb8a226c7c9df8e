package io.sextant.notify.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A mail server on loopback that answers as it is told: by verb, an answer, or none and the line is cut. */
final class FakeSmtp implements AutoCloseable {

    static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";

    /** A byte now and then, and never the end of a line. */
    static final String DRIP = "drip";

    final List<String> heard = new CopyOnWriteArrayList<>();
    final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ServerSocket server;

    FakeSmtp() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(socket);
            } catch (IOException closed) {
                // The next one, or the end.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        if (!say(out, "greeting", "220 ready")) {
            return;
        }
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (data && !line.equals(".")) {
                continue;
            }
            String verb = line.equals(".") ? "." : line.split("[ :]")[0];
            String usual = switch (verb) {
                case "EHLO" -> "250-here\r\n250-AUTH PLAIN\r\n250 SIZE 1000";
                case "AUTH" -> "235 in";
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 fine";
            };
            data = verb.equals("DATA");
            if (!say(out, verb, usual)) {
                if (Objects.equals(answers.get(verb), SILENCE)) {
                    in.readLine();
                }
                return;
            }
        }
    }

    private boolean say(OutputStream out, String verb, String usual) throws IOException {
        String answer = answers.getOrDefault(verb, usual);
        if (answer.equals(HANG_UP) || answer.equals(SILENCE)) {
            return false;
        }
        while (answer.equals(DRIP)) {
            out.write('2');
            out.flush();
            LockSupport.parkNanos(20_000_000);
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
