/** What is answered to a person, in each language. */
@NullMarked
package io.sextant.voice.text;

import org.jspecify.annotations.NullMarked;
