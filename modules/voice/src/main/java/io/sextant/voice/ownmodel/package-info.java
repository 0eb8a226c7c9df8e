/** A language model that a person brings: it is given facts and gives words, which are checked and can do nothing. */
@NullMarked
package io.sextant.voice.ownmodel;

import org.jspecify.annotations.NullMarked;
