package io.sextant.app.doctor;

import io.sextant.app.session.DeskStore;
import io.sextant.store.database.PostgresDriver;
import java.nio.file.Files;
import java.nio.file.Path;

/** Is what speaks to PostgreSQL in this installation? Only a store on a server needs it. */
final class ServerStoreCheck {

    private ServerStoreCheck() {}

    static Finding examine(Path dataFolder) {
        boolean chosen = Files.exists(dataFolder.resolve("simulated").resolve(DeskStore.NOTE));
        return PostgresDriver.version()
                .map(version -> Finding.well(
                        "PostgreSQL",
                        "driver " + version
                                + (chosen
                                        ? "; the desk's tables are on a server, and Database says whether it answers"
                                        : "; desks use it only where a store on a server is chosen")))
                .orElseGet(() -> Finding.watch(
                        "PostgreSQL",
                        "no driver",
                        "Stores on a server need it: use an installation of the whole program."));
    }
}
