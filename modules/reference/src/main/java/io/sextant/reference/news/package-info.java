/** Headlines from RSS, Atom and JSON services, with the time they became known here. */
@NullMarked
package io.sextant.reference.news;

import org.jspecify.annotations.NullMarked;
