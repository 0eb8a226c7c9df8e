/** Opens the window onto a session. */
@NullMarked
package io.sextant.app.desktop;

import org.jspecify.annotations.NullMarked;
