/** The models that were trained: what each learned from, how well it did, and which came before it. */
@NullMarked
package io.sextant.forecasting.registry;

import org.jspecify.annotations.NullMarked;
