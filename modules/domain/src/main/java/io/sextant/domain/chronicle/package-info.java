/** The life of one order as a person would tell it, made from the facts of the journal. */
@NullMarked
package io.sextant.domain.chronicle;

import org.jspecify.annotations.NullMarked;
