/** What the rooms of a portfolio share. */
@NullMarked
package io.sextant.portfolio;

import org.jspecify.annotations.NullMarked;
