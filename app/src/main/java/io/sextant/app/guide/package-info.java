/** The pages of the guide that the program writes by itself: what can be typed, and what can be refused. */
@NullMarked
package io.sextant.app.guide;

import org.jspecify.annotations.NullMarked;
