/** Databases in a file or on a server: opened, brought to the newest tables, and closed; what can be wrong with one is told as a store problem. */
@NullMarked
package io.sextant.store.database;

import org.jspecify.annotations.NullMarked;
