/** Hands messages to mail servers, bots, gateways and the desktop, and says exactly how far that came. */
@NullMarked
package io.sextant.notify.send;

import org.jspecify.annotations.NullMarked;
