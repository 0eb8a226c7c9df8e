/** The order ticket: from what a person types to an order that is checked, estimated, confirmed and sent. */
@NullMarked
package io.sextant.ui.panel.ticket;

import org.jspecify.annotations.NullMarked;
