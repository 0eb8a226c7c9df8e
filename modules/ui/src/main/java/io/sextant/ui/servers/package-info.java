/** The servers that a reader keeps: looked through, added, changed, tried and removed. */
@NullMarked
package io.sextant.ui.servers;

import org.jspecify.annotations.NullMarked;
