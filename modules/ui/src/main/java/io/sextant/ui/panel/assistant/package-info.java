/** The panel to talk to: conversation, push-to-talk, drafts that wait for their yes, models. */
@NullMarked
package io.sextant.ui.panel.assistant;

import org.jspecify.annotations.NullMarked;
