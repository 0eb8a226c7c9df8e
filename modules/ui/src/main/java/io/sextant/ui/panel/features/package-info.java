/** The panel of features: what one looks like, how steady it is, what came after it, and named sets of them. */
@NullMarked
package io.sextant.ui.panel.features;

import org.jspecify.annotations.NullMarked;
