/** Work cut into pieces that know nothing of each other, and what runs them: threads here or machines elsewhere. */
@NullMarked
package io.sextant.domain.fleet;

import org.jspecify.annotations.NullMarked;
