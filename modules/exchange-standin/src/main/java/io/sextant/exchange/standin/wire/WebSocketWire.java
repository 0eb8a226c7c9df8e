package io.sextant.exchange.standin.wire;

import io.sextant.exchange.standin.fault.Wire;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Function;

/** The server's end of a WebSocket (RFC 6455): text out, text and control frames in, no extensions. */
final class WebSocketWire implements Wire {

    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int LAST_FRAME = 0x80;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final int LONGEST_FRAME = 1 << 20;

    private final Socket socket;
    private final OutputStream out;

    private WebSocketWire(Socket socket, OutputStream out) {
        this.socket = socket;
        this.out = out;
    }

    static WebSocketWire accept(Socket socket, HttpRequest request) throws IOException {
        OutputStream out = socket.getOutputStream();
        String key = request.header("sec-websocket-key").orElse("") + KEY_SUFFIX;
        String accepted = Base64.getEncoder().encodeToString(sha1(key));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accepted + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return new WebSocketWire(socket, out);
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    @Override
    public void send(String message) {
        write(TEXT, message.getBytes(StandardCharsets.UTF_8), false);
    }

    @Override
    public void sendHalfAndCut(String message) {
        write(TEXT, message.getBytes(StandardCharsets.UTF_8), true);
        cut();
    }

    @Override
    public void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket that cannot be closed", e);
        }
    }

    /** A reader that went away is noticed by the reading side; what was meant for it is lost, as on any wire. */
    private synchronized void write(int opcode, byte[] payload, boolean half) {
        ByteBuffer head = ByteBuffer.allocate(10);
        head.put((byte) (LAST_FRAME | opcode));
        if (payload.length < SHORT_LENGTH) {
            head.put((byte) payload.length);
        } else if (payload.length < 1 << 16) {
            head.put((byte) SHORT_LENGTH).putShort((short) payload.length);
        } else {
            head.put((byte) LONG_LENGTH).putLong(payload.length);
        }
        try {
            out.write(head.array(), 0, head.position());
            out.write(payload, 0, half ? payload.length / 2 : payload.length);
            out.flush();
        } catch (IOException e) {
            cut();
        }
    }

    void readUntilClosed(InputStream in, Function<String, Boolean> listener) throws IOException {
        DataInputStream frames = new DataInputStream(in);
        while (true) {
            int first = frames.readUnsignedByte();
            byte[] payload = payload(frames);
            switch (first & 0x0F) {
                case TEXT -> {
                    if (!listener.apply(new String(payload, StandardCharsets.UTF_8))) {
                        return;
                    }
                }
                case PING -> write(PONG, payload, false);
                case CLOSE -> {
                    write(CLOSE, payload, false);
                    return;
                }
                default -> {
                    // A pong, or the rest of a long message: nothing that a venue would answer.
                }
            }
        }
    }

    private static byte[] payload(DataInputStream frames) throws IOException {
        int second = frames.readUnsignedByte();
        long length = second & 0x7F;
        if (length == SHORT_LENGTH) {
            length = frames.readUnsignedShort();
        } else if (length == LONG_LENGTH) {
            length = frames.readLong();
        }
        if (length < 0 || length > LONGEST_FRAME) {
            throw new EOFException("a frame of " + length + " bytes");
        }
        byte[] mask = new byte[4];
        if ((second & 0x80) != 0) {
            frames.readFully(mask);
        }
        byte[] payload = new byte[(int) length];
        frames.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return payload;
    }
}
