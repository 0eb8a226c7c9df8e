/** Whole states of the engine as files: written beside, forced, then renamed, so that each is there as a whole or not at all. */
@NullMarked
package io.sextant.store.snapshot;

import org.jspecify.annotations.NullMarked;
