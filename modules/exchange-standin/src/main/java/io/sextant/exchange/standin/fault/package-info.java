/** How the stand-in exchange misbehaves: a seeded plan, so that a bad day can be had again. */
@NullMarked
package io.sextant.exchange.standin.fault;

import org.jspecify.annotations.NullMarked;
