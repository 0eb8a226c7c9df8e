/** What can be traded: instruments with their tick and lot rules, contract terms and fees. */
@NullMarked
package io.sextant.domain.instrument;

import org.jspecify.annotations.NullMarked;
