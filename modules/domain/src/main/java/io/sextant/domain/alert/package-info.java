/** What a person wants to be told of: conditions, how often, by which channels, and what became of each telling. */
@NullMarked
package io.sextant.domain.alert;

import org.jspecify.annotations.NullMarked;
