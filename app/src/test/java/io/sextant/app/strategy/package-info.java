/** What the window says of strategies. */
@NullMarked
package io.sextant.app.strategy;

import org.jspecify.annotations.NullMarked;
