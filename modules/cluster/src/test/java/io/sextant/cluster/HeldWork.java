package io.sextant.cluster;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.fleet.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Another kind's work, whose first process never gets beyond some pieces: it is surely in the middle of one when it is killed. Each process notes what it
 * has begun, by its number, in a file of its own.
 */
public final class HeldWork implements WorkKind {

    static final int HELD_AT = 5;

    private static final String NAME = "held";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pieces open(byte[] work) {
        return Columns.read(work, in -> {
            Path folder = Path.of(Columns.text(in));
            Pieces real = WorkKind.open(new Work(Columns.text(in), Columns.blob(in)));
            boolean isFirst = isFirst(folder);
            return piece -> {
                note(folder, isFirst);
                return real.run(piece);
            };
        });
    }

    private static boolean isFirst(Path folder) throws IOException {
        try {
            Files.writeString(folder.resolve("first"), String.valueOf(pid()), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        }
    }

    private static synchronized void note(Path folder, boolean isFirst) {
        try {
            Path own = folder.resolve("begun-" + pid());
            Files.writeString(own, ".", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (isFirst && Files.size(own) >= HELD_AT) {
                Files.createFile(folder.resolve("held"));
                new CountDownLatch(1).await();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    /** Hands all work on as such work. */
    record On(Fleet fleet, Path folder) implements Fleet {

        @Override
        public List<double[]> run(Work work, List<byte[]> pieces, FleetWatch watch) {
            byte[] held = Columns.bytes(to -> {
                Columns.write(to, folder.toString());
                Columns.write(to, work.kind());
                Columns.write(to, work.bytes());
            });
            return fleet.run(new Work(NAME, held), pieces, watch);
        }

        @Override
        public void close() {
            fleet.close();
        }
    }
}
