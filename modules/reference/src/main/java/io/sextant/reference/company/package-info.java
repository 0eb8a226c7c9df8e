/** Facts of companies from files and from services shaped like them. */
@NullMarked
package io.sextant.reference.company;

import org.jspecify.annotations.NullMarked;
