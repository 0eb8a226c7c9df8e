/** Over what the window sits at an engine that runs on another machine, and as whom. */
@NullMarked
package io.sextant.ui.link;

import org.jspecify.annotations.NullMarked;
