package io.sextant.notify.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said to a mail server and what it answers, line by line (RFC 5321). */
final class SmtpDialogue {

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 100;

    /** An answer: its code and its lines without it. */
    record Answer(int code, List<String> lines) {

        boolean isGood() {
            return code / 100 == 2 || code / 100 == 3;
        }

        boolean offers(String extension) {
            return lines.stream().anyMatch(line -> line.toUpperCase(Locale.ROOT).startsWith(extension));
        }

        String text() {
            return code + " " + String.join(" ", lines);
        }
    }

    private final BufferedReader in;
    private final OutputStream out;

    SmtpDialogue(Socket socket) throws IOException {
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
    }

    Answer say(String line) throws IOException {
        write(line + "\r\n");
        return hear();
    }

    void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    Answer hear() throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            String line = readLine();
            if (!line.matches("\\d{3}([ -].*)?")) {
                throw new IOException("what answered is no mail server");
            }
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() < 4 || line.charAt(3) == ' ') {
                return new Answer(Integer.parseInt(line.substring(0, 3)), lines);
            }
        }
        throw new IOException("the mail server does not stop talking");
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the mail server hung up");
            }
            if (line.length() < LONGEST_LINE && c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
