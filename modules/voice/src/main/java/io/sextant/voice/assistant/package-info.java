/** Questions in plain words, and answers of which every figure is a fact of the engine's. */
@NullMarked
package io.sextant.voice.assistant;

import org.jspecify.annotations.NullMarked;
