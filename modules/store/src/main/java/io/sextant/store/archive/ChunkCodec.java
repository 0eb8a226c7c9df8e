package io.sextant.store.archive;

import io.sextant.domain.market.BarSeries;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Turns up to {@value #CAPACITY} bars into bytes and back, every double bit for bit: layout version (1 byte), CRC-32C of what
 * follows (4 bytes, little-endian), count, times, prices, volumes. Blocks of 128 numbers are packed with as many bits as they
 * need ("frame of reference", Goldstein et al. 1998); where prices are on no decimal grid, XOR of neighbouring bit patterns as
 * in Gorilla (Pelkonen et al. 2015). Keeps its working arrays, so one instance is for one thread.
 */
final class ChunkCodec {

    static final int CAPACITY = 4_096;

    private static final int LAYOUT = 1;
    private static final int CHECKSUM_AT = 1;
    private static final int CHECKED_FROM = 5;
    private static final int ZEROS_AT_END = 9;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final ChunkOutput out = new ChunkOutput();
    private final long[] times = new long[CAPACITY];
    private final PriceColumns prices = new PriceColumns(CAPACITY);
    private final VolumeColumn volumes = new VolumeColumn(CAPACITY);
    private final CRC32C crc = new CRC32C();

    /** The bars' columns begin at index 0. */
    byte[] encode(BarSeries bars) {
        int count = bars.size();
        if (count == 0 || count > CAPACITY) {
            throw new IllegalArgumentException("a chunk holds 1 to " + CAPACITY + " bars, was " + count);
        }
        out.clear();
        out.putByte(LAYOUT);
        out.putZeros(Integer.BYTES);
        out.putNumber(count);
        writeTimes(bars.openTimeNanos(), count);
        prices.write(out, bars);
        volumes.write(out, bars.volume(), count);
        out.putZeros(ZEROS_AT_END);
        byte[] content = out.toByteArray();
        INT.set(content, CHECKSUM_AT, checksum(content));
        return content;
    }

    private void writeTimes(long[] openTimeNanos, int count) {
        long step = 0;
        for (int i = 1; i < count; i++) {
            times[i - 1] = openTimeNanos[i] - openTimeNanos[i - 1];
            step = CommonDivisor.of(step, times[i - 1]);
        }
        step = Math.max(step, 1);
        for (int i = 0; i < count - 1; i++) {
            times[i] /= step;
        }
        out.putNumber(openTimeNanos[0]);
        out.putNumber(step);
        NumberColumn.putRanges(out, times, count - 1);
    }

    /** Whether the bytes are what {@link #encode} made. */
    boolean isWhole(byte[] content, int expectedCount) {
        return content.length > CHECKED_FROM + ZEROS_AT_END
                && content[0] == LAYOUT
                && (int) INT.get(content, CHECKSUM_AT) == checksum(content)
                && new ChunkInput(content, CHECKED_FROM).getNumber() == expectedCount;
    }

    /** Writes the bars of a whole chunk into the columns of {@code into} from {@code at} on; returns how many there are. */
    int decode(byte[] content, BarSeries into, int at) {
        ChunkInput in = new ChunkInput(content, CHECKED_FROM);
        int count = (int) in.getNumber();
        long time = in.getNumber();
        long step = in.getNumber();
        NumberColumn.getRanges(in, times, count - 1);
        into.openTimeNanos()[at] = time;
        for (int i = 1; i < count; i++) {
            time += times[i - 1] * step;
            into.openTimeNanos()[at + i] = time;
        }
        prices.read(in, count, into, at);
        volumes.read(in, count, into.volume(), at);
        return count;
    }

    private int checksum(byte[] content) {
        crc.reset();
        crc.update(content, CHECKED_FROM, content.length - CHECKED_FROM);
        return (int) crc.getValue();
    }
}
