/** What can be wrong with the files of the desk, each said in a sentence a person can act on. */
@NullMarked
package io.sextant.store.problem;

import org.jspecify.annotations.NullMarked;
