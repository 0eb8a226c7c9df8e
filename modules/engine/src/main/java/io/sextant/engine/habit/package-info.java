/** Watches a person's own orders beside the core for what haste and anger look like. */
@NullMarked
package io.sextant.engine.habit;

import org.jspecify.annotations.NullMarked;
