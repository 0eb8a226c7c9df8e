package io.sextant.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The one file that is written to now. Tests put a disk behind it that fills up, fails or forgets. */
interface SegmentFile extends Closeable {

    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Returns when everything written is on the disk itself. */
    void force() throws IOException;

    /** How segment files come to be. */
    interface Opener {

        /** Opens to append at {@code size}, making the file when there is none. The name itself is on the disk on return. */
        SegmentFile open(Path path, long size) throws IOException;
    }
}
