/** What can be lost, and how large an order may be for it: the questions and the answers. */
@NullMarked
package io.sextant.domain.risk;

import org.jspecify.annotations.NullMarked;
