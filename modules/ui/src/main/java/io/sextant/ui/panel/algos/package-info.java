/** Brackets, algorithms and flattenings: how far they are and what they cost, and a form that begins one. */
@NullMarked
package io.sextant.ui.panel.algos;

import org.jspecify.annotations.NullMarked;
