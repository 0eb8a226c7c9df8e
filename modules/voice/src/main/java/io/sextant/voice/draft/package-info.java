/** From what was asked for to what is sent: a draft that reads itself back, waits for its own yes, and lapses. */
@NullMarked
package io.sextant.voice.draft;

import org.jspecify.annotations.NullMarked;
