/** What the market is like, bar by bar, what each regime has meant, and what a person lets follow from it. */
@NullMarked
package io.sextant.ui.panel.regimes;

import org.jspecify.annotations.NullMarked;
