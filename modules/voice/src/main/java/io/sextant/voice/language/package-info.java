/** Words as people say and type them, in each language: how a text falls into words, and numbers read from words. */
@NullMarked
package io.sextant.voice.language;

import org.jspecify.annotations.NullMarked;
