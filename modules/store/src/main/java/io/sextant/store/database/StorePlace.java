package io.sextant.store.database;

import java.nio.file.Path;

/** Where the tables and the bars of a desk are kept; its journal and its snapshots are always files. */
public sealed interface StorePlace {

    /** As two H2 files, which need nobody to look after them. */
    record InFolder(Path folder) implements StorePlace {}

    /** As two schemas of a PostgreSQL database, which other desks may share; {@code desk} is the name that tells them apart. */
    record OnServer(ServerLogin login, String desk) implements StorePlace {}

    static StorePlace inFolder(Path folder) {
        return new InFolder(folder);
    }
}
