package io.sextant.store.migration;

import io.sextant.store.database.ServerLogin;
import io.sextant.store.database.StorePlace;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Moves a desk to a server and says so after each step, then waits to be told to go on: whoever reads can kill it there. */
final class MovingProcess {

    static final int COPYING = 'c';
    static final int COMPARING = 'v';

    private MovingProcess() {}

    /** Arguments: the desk's folder, the server's address, the desk's name there. */
    public static void main(String[] arguments) throws IOException {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            StorePlace.OnServer target =
                    new StorePlace.OnServer(ServerLogin.of(arguments[1], Optional.of("postgres"), ""), arguments[2]);
            StoreMove.move(Path.of(arguments[0]), target, new StoreMove.Progress() {
                @Override
                public void copying(String table, long rows, long ofRows) {
                    step(out, COPYING);
                }

                @Override
                public void comparing(String table, long rows, long ofRows) {
                    step(out, COMPARING);
                }
            });
        }
    }

    private static void step(FileOutputStream out, int what) {
        try {
            out.write(what);
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody listens any more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
