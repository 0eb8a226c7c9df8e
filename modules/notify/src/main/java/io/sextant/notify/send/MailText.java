package io.sextant.notify.send;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** A message as mail: headers of RFC 5322, words beyond ASCII by RFC 2047, the text as base64 lines of RFC 2045. */
final class MailText {

    private static final int LINE = 76;
    /** An encoded word has 75 characters at most: 45 bytes make 60 of base64 and 12 around them. */
    private static final int WORD_BYTES = 45;

    private MailText() {}

    static String of(String from, String to, Message message, long nowNanos) {
        String id = message.number() + "." + Long.toString(nowNanos, Character.MAX_RADIX);
        return String.join(
                "\r\n",
                "From: " + from,
                "To: " + to,
                "Subject: " + header("Sextant: " + message.title()),
                "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                Instant.ofEpochSecond(0, nowNanos).atOffset(ZoneOffset.UTC)),
                "Message-ID: <alert." + id.toLowerCase(Locale.ROOT) + "@sextant.invalid>",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'})
                        .encodeToString((message.text() + "\n").getBytes(StandardCharsets.UTF_8)),
                "");
    }

    /** Plain where it can be; no header can be begun by what somebody called an alert. */
    static String header(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        if (line.chars().allMatch(c -> c < 127) && line.length() < LINE) {
            return line;
        }
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            int end = at;
            int bytes = 0;
            while (end < line.length()) {
                int next = line.codePointAt(end);
                int size = Character.toString(next).getBytes(StandardCharsets.UTF_8).length;
                if (bytes + size > WORD_BYTES) {
                    break;
                }
                bytes += size;
                end += Character.charCount(next);
            }
            words.append(words.isEmpty() ? "" : "\r\n ")
                    .append("=?utf-8?B?")
                    .append(Base64.getEncoder()
                            .encodeToString(line.substring(at, end).getBytes(StandardCharsets.UTF_8)))
                    .append("?=");
            at = end;
        }
        return words.toString();
    }
}
