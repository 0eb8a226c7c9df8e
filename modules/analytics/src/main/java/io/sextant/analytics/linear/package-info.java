/** Least squares and singular values of a few columns, by orthogonal transformations of the data itself. */
@NullMarked
package io.sextant.analytics.linear;

import org.jspecify.annotations.NullMarked;
