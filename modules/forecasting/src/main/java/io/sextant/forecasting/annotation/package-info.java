/** Stretches of time that people have marked, and models that weigh them differently or leave them out. */
@NullMarked
package io.sextant.forecasting.annotation;

import org.jspecify.annotations.NullMarked;
