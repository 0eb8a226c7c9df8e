/** Networks of our own on columns of floats: layers with their gradients, losses, Adam, training with a look at a validation part. */
@NullMarked
package io.sextant.neural.network;

import org.jspecify.annotations.NullMarked;
