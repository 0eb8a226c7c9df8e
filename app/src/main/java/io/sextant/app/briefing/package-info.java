/** Briefings as pages for a browser and for paper, made when a person asks or at the hour of the day that he set. */
@NullMarked
package io.sextant.app.briefing;

import org.jspecify.annotations.NullMarked;
