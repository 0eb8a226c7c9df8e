package io.sextant.engine.hosting;

import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentCatalog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A shadow as it stood after a step, with the meter: from there it goes on after a restart.
 *
 * @param terms for which it trades
 * @param stageSinceNanos of the strategy: somebody steered it since where that is another
 * @param heardUntilNanos of the market; bars that ended until then were acted on
 * @param cashUnits of the shadow's own book
 */
record KeptShadow(
        String terms,
        long stageSinceNanos,
        long heardUntilNanos,
        long cashUnits,
        long[] lots,
        long[] entryTickLots,
        long[] feeAheadUnits,
        Parity parity) {

    private static final int FORMAT = 1;

    /** What has to be the same for its book to be of any use. */
    static String terms(HostingTerms of) {
        return of.kind() + " " + of.values() + " " + of.instruments() + " " + of.timeframe() + " " + of.capital() + " "
                + of.costs();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(terms);
            out.writeLong(stageSinceNanos);
            out.writeLong(heardUntilNanos);
            out.writeLong(cashUnits);
            for (long[] each : new long[][] {lots, entryTickLots, feeAheadUnits}) {
                out.writeInt(each.length);
                for (long one : each) {
                    out.writeLong(one);
                }
            }
            parity.write(out);
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
        return bytes.toByteArray();
    }

    /** Empty for what another version wrote, or for instruments that are no more. */
    static Optional<KeptShadow> read(byte[] bytes, InstrumentCatalog catalog) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                return Optional.empty();
            }
            return Optional.of(new KeptShadow(
                    in.readUTF(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    longs(in),
                    longs(in),
                    longs(in),
                    Parity.read(in, catalog)));
        } catch (IOException | IllegalArgumentException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static long[] longs(DataInputStream in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }
}
