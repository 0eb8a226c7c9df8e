/** Sends each alert once and in order, or leaves written down that it did not. */
@NullMarked
package io.sextant.notify.outbox;

import org.jspecify.annotations.NullMarked;
