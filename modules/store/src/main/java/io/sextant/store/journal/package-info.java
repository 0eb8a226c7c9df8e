/** The engine's memory on disk: checksummed records in segment files, forced to the disk in groups by one thread. */
@NullMarked
package io.sextant.store.journal;

import org.jspecify.annotations.NullMarked;
