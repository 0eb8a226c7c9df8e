package io.sextant.app.doctor;

import io.sextant.store.database.PostgresDriver;

/** Is what speaks to PostgreSQL in this installation? Only a store on a server needs it. */
final class ServerStoreCheck {

    private ServerStoreCheck() {}

    static Finding examine() {
        return PostgresDriver.version()
                .map(version -> Finding.well(
                        "PostgreSQL", "driver " + version + "; desks use it only where a store on a server is chosen"))
                .orElseGet(() -> Finding.watch(
                        "PostgreSQL",
                        "no driver",
                        "Stores on a server need it: use an installation of the whole program."));
    }
}
