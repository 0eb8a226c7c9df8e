/** Tests of when briefings are written. */
@NullMarked
package io.sextant.app.briefing;

import org.jspecify.annotations.NullMarked;
