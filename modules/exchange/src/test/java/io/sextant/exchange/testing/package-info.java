/** Virtual time and an engine's twin for the tests of live feeds. */
@NullMarked
package io.sextant.exchange.testing;

import org.jspecify.annotations.NullMarked;
