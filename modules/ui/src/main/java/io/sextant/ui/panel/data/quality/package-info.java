/** How good a stored series is: its score with the reasons, what is covered, what was found where. */
@NullMarked
package io.sextant.ui.panel.data.quality;

import org.jspecify.annotations.NullMarked;
