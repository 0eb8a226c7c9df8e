package io.sextant.engine.fleet;

import io.sextant.domain.fleet.Work;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said between who asks and the process that drives a cluster: a greeting with what each is made of, then works, pieces and what
 * came of them, and a word to stop. A work is sent once and named by its number from then on.
 */
final class FleetPipe {

    static final int GREETING = 0x53584654;

    /** From who asks. */
    static final int WORK = 1;

    static final int PIECES = 2;
    static final int STOP = 3;

    /** From the cluster's driver. */
    static final int READY = 11;

    static final int CAME = 12;
    static final int ALL_CAME = 13;
    static final int STOPPED = 14;
    static final int PROBLEM = 15;

    private FleetPipe() {}

    static void write(DataOutput out, Work work) throws IOException {
        Columns.write(out, work.kind());
        Columns.write(out, work.bytes());
    }

    static Work work(DataInput in) throws IOException {
        return new Work(Columns.text(in), Columns.blob(in));
    }

    static void write(DataOutput out, List<byte[]> pieces) throws IOException {
        out.writeInt(pieces.size());
        for (byte[] each : pieces) {
            Columns.write(out, each);
        }
    }

    static List<byte[]> pieces(DataInput in) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            pieces.add(Columns.blob(in));
        }
        return pieces;
    }
}
