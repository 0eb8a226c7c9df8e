/** The depth map: the book of the linked instrument over time. */
@NullMarked
package io.sextant.ui.panel.heatmap;

import org.jspecify.annotations.NullMarked;
