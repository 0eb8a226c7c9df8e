/** What is written down when something fails that should not. */
@NullMarked
package io.sextant.app.failure;

import org.jspecify.annotations.NullMarked;
