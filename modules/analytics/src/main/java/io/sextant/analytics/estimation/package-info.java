/** What is estimated from several series at once or as they come: long-run relations, autoregressions, hidden states. */
@NullMarked
package io.sextant.analytics.estimation;

import org.jspecify.annotations.NullMarked;
