/** What the numbers of a feature look like, how steady they are between periods, and what came after them. */
@NullMarked
package io.sextant.analytics.survey;

import org.jspecify.annotations.NullMarked;
