/** What is outside and missing or broken: microphones, models, natives, files, each with a sentence in every language. */
@NullMarked
package io.sextant.voice.problem;

import org.jspecify.annotations.NullMarked;
