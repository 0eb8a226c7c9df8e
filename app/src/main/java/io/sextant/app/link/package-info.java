/** The window's way to an engine on another machine: the servers that are kept, and a session over a line to one of them. */
@NullMarked
package io.sextant.app.link;

import org.jspecify.annotations.NullMarked;
