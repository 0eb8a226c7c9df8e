/** The vault file: keys of venues, encrypted, in one file that only its owner can read. */
@NullMarked
package io.sextant.store.vault;

import org.jspecify.annotations.NullMarked;
