/** A user's own model in the ONNX format, run by ONNX Runtime, whose library is loaded when the first model is read. */
@NullMarked
package io.sextant.neural.onnx;

import org.jspecify.annotations.NullMarked;
