/** The single writer's thread: pacing, the inbox, journaling before release, publishing. */
@NullMarked
package io.sextant.engine.loop;

import org.jspecify.annotations.NullMarked;
