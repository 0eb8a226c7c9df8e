/** What happened, as facts that are journaled before anybody outside hears of them. */
@NullMarked
package io.sextant.domain.event;

import org.jspecify.annotations.NullMarked;
