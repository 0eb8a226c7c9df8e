package io.sextant.domain.passport;

import io.sextant.domain.order.RefusalCode;

/**
 * What a rule of the gate measured of an order that it let pass. Both are in the words of the trade, with their unit where they have one.
 *
 * @param code the refusal that the rule would have given
 * @param value what it was, this order included
 * @param limit what it may be
 */
public record ControlReading(RefusalCode code, String value, String limit) {}
