package io.sextant.engine.fleet;

import io.sextant.domain.market.BarSeries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Texts, columns of numbers and bars as bytes, big-endian, each behind its length. Numbers come back to the last bit. */
public final class Columns {

    private Columns() {}

    /** Writes to bytes. */
    @FunctionalInterface
    public interface Writing {
        void to(DataOutput out) throws IOException;
    }

    /** Reads from bytes. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    public static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException where they end too early */
    public static <T> T read(byte[] bytes, Reading<T> reading) {
        try {
            return reading.from(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException tooShort) {
            throw new UncheckedIOException(tooShort);
        }
    }

    public static void write(DataOutput out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    public static String text(DataInput in) throws IOException {
        return new String(blob(in), StandardCharsets.UTF_8);
    }

    public static void write(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public static byte[] blob(DataInput in) throws IOException {
        byte[] bytes = new byte[length(in)];
        in.readFully(bytes);
        return bytes;
    }

    public static void write(DataOutput out, double[] values, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(size, Double.BYTES));
        bytes.asDoubleBuffer().put(values, 0, size);
        out.writeInt(size);
        out.write(bytes.array());
    }

    public static double[] doubles(DataInput in) throws IOException {
        double[] values = new double[length(in)];
        byte[] bytes = new byte[Math.multiplyExact(values.length, Double.BYTES)];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    public static void write(DataOutput out, BarSeries bars) throws IOException {
        ByteBuffer times = ByteBuffer.allocate(Math.multiplyExact(bars.size(), Long.BYTES));
        times.asLongBuffer().put(bars.openTimeNanos(), 0, bars.size());
        write(out, times.array());
        write(out, bars.open(), bars.size());
        write(out, bars.high(), bars.size());
        write(out, bars.low(), bars.size());
        write(out, bars.close(), bars.size());
        write(out, bars.volume(), bars.size());
    }

    public static BarSeries bars(DataInput in) throws IOException {
        byte[] times = blob(in);
        long[] nanos = new long[times.length / Long.BYTES];
        ByteBuffer.wrap(times).asLongBuffer().get(nanos);
        return new BarSeries(nanos, doubles(in), doubles(in), doubles(in), doubles(in), doubles(in), nanos.length);
    }

    private static int length(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new IOException("a length below nought");
        }
        return length;
    }
}
