/** The engine without a window: its folder of certificates and users, its configuration, and its trail of who did what. */
@NullMarked
package io.sextant.app.server;

import org.jspecify.annotations.NullMarked;
