package io.sextant.domain.request;

import io.sextant.domain.dataset.SessionChoice;

/**
 * Which other ways there are to read an instrument's bars.
 *
 * @param adjusted whether an adjusted series is stored beside the raw one
 * @param hours the regular hours of its market; always where it has none, or no bars fine enough to tell them apart
 */
public record BarReadings(boolean adjusted, SessionChoice hours) {

    public static final BarReadings NONE = new BarReadings(false, SessionChoice.ALWAYS);
}
