/** The tape: the newest trades of the linked instrument, our own among them. */
@NullMarked
package io.sextant.ui.panel.tape;

import org.jspecify.annotations.NullMarked;
