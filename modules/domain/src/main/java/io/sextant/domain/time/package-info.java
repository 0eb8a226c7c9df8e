/** The only room that knows a clock or chance; everybody else is handed one. */
@NullMarked
package io.sextant.domain.time;

import org.jspecify.annotations.NullMarked;
