/** The journal: what happened, told in sentences, and the alerts among it. */
@NullMarked
package io.sextant.ui.panel.journal;

import org.jspecify.annotations.NullMarked;
