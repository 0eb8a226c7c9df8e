package io.sextant.store.migration;

import io.sextant.store.database.StorableText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Count and checksum of a table's rows in whatever order they come: the sum of each row's SHA-256, its first 128 bits, so that two
 * databases that sort texts differently agree.
 */
final class RowSum {

    private static final int LONGEST_NUMBER = 9;

    private final MessageDigest digest = sha256();
    private long rows;
    private long high;
    private long low;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Texts count as what every database can hold of them. */
    void add(@Nullable Object[] row) {
        for (Object value : row) {
            switch (value) {
                case null -> number('0', 0);
                case Boolean truth -> number('b', truth ? 1 : 0);
                case Integer whole -> number('n', whole);
                case Long whole -> number('n', whole);
                case Double real -> number('d', Double.doubleToLongBits(real));
                case LocalDate date -> number('t', date.toEpochDay());
                case String text -> bytes('s', StorableText.of(text).getBytes(StandardCharsets.UTF_8));
                case byte[] content -> bytes('c', content);
                default -> throw new IllegalStateException("no table of ours has a " + value.getClass());
            }
        }
        ByteBuffer sum = ByteBuffer.wrap(digest.digest());
        long rowHigh = sum.getLong();
        long rowLow = sum.getLong();
        low += rowLow;
        high += rowHigh + (Long.compareUnsigned(low, rowLow) < 0 ? 1 : 0);
        rows++;
    }

    private void number(char kind, long value) {
        digest.update(ByteBuffer.allocate(LONGEST_NUMBER)
                .put((byte) kind)
                .putLong(value)
                .flip());
    }

    private void bytes(char kind, byte[] content) {
        number(kind, content.length);
        digest.update(content);
    }

    long rows() {
        return rows;
    }

    String checksum() {
        return String.format(Locale.ROOT, "%016x%016x", high, low);
    }
}
