/** Folders and files as a crash-safe store needs them: locked, forced to the disk, set aside under new names. */
@NullMarked
package io.sextant.store.disk;

import org.jspecify.annotations.NullMarked;
