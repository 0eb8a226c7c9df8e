/** What columns go through before a model learns from them. Whatever is fitted is fitted on the training part alone. */
@NullMarked
package io.sextant.analytics.preparation;

import org.jspecify.annotations.NullMarked;
