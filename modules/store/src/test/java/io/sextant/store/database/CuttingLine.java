package io.sextant.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to the test server that can be cut just when a commit is done: nobody hears of it. */
public final class CuttingLine implements AutoCloseable {

    /** The message CommandComplete of the server's protocol. */
    private static final String COMMIT_IS_DONE = "COMMIT\0";

    private final ServerSocket ear;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicInteger cuts = new AtomicInteger();

    public CuttingLine() throws IOException {
        ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + ear.getLocalPort() + "/postgres?sslmode=disable&gssEncMode=disable";
    }

    /** The answer to the next commit is lost. */
    public void cutAtNextCommit() {
        armed.set(true);
    }

    /** The same, and nobody gets through after that. */
    public void closeAtNextCommit() {
        closing.set(true);
        armed.set(true);
    }

    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = ear.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), TestServer.port());
                Thread.ofVirtual().start(() -> forward(client, server, false));
                Thread.ofVirtual().start(() -> forward(server, client, true));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void forward(Socket from, Socket to, boolean answering) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                boolean isDone = answering && text(buffer, read).contains(COMMIT_IS_DONE);
                if (isDone && armed.compareAndSet(true, false)) {
                    cuts.incrementAndGet();
                    if (closing.get()) {
                        ear.close();
                    }
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // The other direction ends with this one.
        }
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        ear.close();
    }
}
