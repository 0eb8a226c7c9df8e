/** From words to sound: a voice of our own for English, the system's for others, and a queue that can be stopped. */
@NullMarked
package io.sextant.voice.speaking;

import org.jspecify.annotations.NullMarked;
