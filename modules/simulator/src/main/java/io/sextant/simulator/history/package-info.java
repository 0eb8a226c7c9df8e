/** Years of older bars in seconds: the same worth process at one step a minute, and what trading adds to it. */
@NullMarked
package io.sextant.simulator.history;

import org.jspecify.annotations.NullMarked;
