/** Networks of Deeplearning4j: LSTMs trained and read by it, and their weights in our layout and back. Unpacked and loaded when first asked for. */
@NullMarked
package io.sextant.neural.deeplearning4j;

import org.jspecify.annotations.NullMarked;
