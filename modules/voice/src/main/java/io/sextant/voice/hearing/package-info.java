/** From sound to words: microphones, files of sound, and the recogniser. */
@NullMarked
package io.sextant.voice.hearing;

import org.jspecify.annotations.NullMarked;
