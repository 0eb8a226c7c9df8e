/** What options are worth and how that moves: closed forms, early exercise, implied volatility, and what a chain of them says. */
@NullMarked
package io.sextant.analytics.options;

import org.jspecify.annotations.NullMarked;
