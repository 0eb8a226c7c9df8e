package io.sextant.cluster;

import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.fleet.Came;
import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.MadeOf;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Runs some pieces on a worker. Nothing of Sextant's is serialised by Java but this; all it holds is bytes. */
final class PieceTask extends AbstractFunction1<Iterator<byte[]>, byte[]> implements Serializable {

    static final int CAME = 0;
    static final int ANOTHER = 1;

    @Serial
    private static final long serialVersionUID = 1;

    private final byte[] driver;
    private final String kind;
    private final String name;
    private final Broadcast<byte[]> work;

    /** @param name by which a worker knows the work again */
    PieceTask(MadeOf driver, String kind, String name, Broadcast<byte[]> work) {
        this.driver = Columns.bytes(driver::write);
        this.kind = kind;
        this.name = name;
        this.work = work;
    }

    @Override
    public byte[] apply(Iterator<byte[]> slice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            try {
                Columns.read(driver, MadeOf::read)
                        .checkSame(
                                MadeOf.thisProcess(),
                                "this Sextant",
                                "the worker on "
                                        + SparkEnv.get()
                                                .blockManager()
                                                .blockManagerId()
                                                .host());
            } catch (FleetProblem other) {
                out.writeByte(ANOTHER);
                Columns.write(out, String.valueOf(other.getMessage()));
                return bytes.toByteArray();
            }
            Pieces opened = Opened.get(name, new Work(kind, work.value()));
            out.writeByte(CAME);
            while (slice.hasNext()) {
                TaskContext.get().killTaskIfInterrupted();
                Came.of(opened, slice.next()).write(out);
            }
            return bytes.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** The work that this worker's process opened last: its pieces come in many slices. */
    private static final class Opened {

        private static @Nullable String name;
        private static @Nullable Pieces pieces;

        private Opened() {}

        static synchronized Pieces get(String wanted, Work work) {
            Pieces known = pieces;
            if (known == null || !wanted.equals(name)) {
                known = WorkKind.open(work);
                pieces = known;
                name = wanted;
            }
            return known;
        }
    }
}
