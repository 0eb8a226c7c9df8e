package io.sextant.voice.language;

import java.math.BigDecimal;

/** A number that was read from words: its exact value, never negative, and the word after it. */
public record SpokenNumber(BigDecimal value, int end) {

    public SpokenNumber {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }
}
