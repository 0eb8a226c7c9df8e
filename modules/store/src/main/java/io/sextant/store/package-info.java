/** H2 and PostgreSQL through jOOQ, and the journal's files. */
@NullMarked
package io.sextant.store;

import org.jspecify.annotations.NullMarked;
