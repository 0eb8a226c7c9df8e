/** An authority of one's own: it makes the certificates by which an engine and its people know each other. */
@NullMarked
package io.sextant.remote.certificate;

import org.jspecify.annotations.NullMarked;
