/** An engine for clients on other machines: who may do what, and one seat for each of them. */
@NullMarked
package io.sextant.remote.server;

import org.jspecify.annotations.NullMarked;
