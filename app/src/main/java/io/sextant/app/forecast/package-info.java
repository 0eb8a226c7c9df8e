/** The forecasters that there are, by the names that people type, and what is shown of their comparison. */
@NullMarked
package io.sextant.app.forecast;

import org.jspecify.annotations.NullMarked;
