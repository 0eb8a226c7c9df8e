/** Rules of a strategy as a person without a programming language puts them together. */
@NullMarked
package io.sextant.domain.rules;

import org.jspecify.annotations.NullMarked;
