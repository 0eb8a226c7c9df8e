/** The same loop without a window: a calm status and a summary. */
@NullMarked
package io.sextant.app.terminal;

import org.jspecify.annotations.NullMarked;
