/** Moves what a desk keeps in files to a server, and proves that all of it arrived. */
@NullMarked
package io.sextant.store.migration;

import org.jspecify.annotations.NullMarked;
