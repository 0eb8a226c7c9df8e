package io.sextant.ui.panel.ticket;

import java.math.BigDecimal;
import java.util.Optional;

/** A size to be taken with one press. */
record SizePreset(SizeMode mode, BigDecimal amount) {

    private static final BigDecimal WHOLE_PERCENT = BigDecimal.valueOf(100);

    SizePreset {
        if (!fits(mode, amount)) {
            throw new IllegalArgumentException("a size is above zero, and a share is at most all: " + amount);
        }
    }

    static boolean fits(SizeMode mode, BigDecimal amount) {
        return amount.signum() > 0 && (mode != SizeMode.EQUITY_SHARE || amount.compareTo(WHOLE_PERCENT) <= 0);
    }

    String write() {
        return mode.name() + " " + amount.toPlainString();
    }

    /** Empty when it was written by somebody else. */
    static Optional<SizePreset> read(String written) {
        String[] parts = written.strip().split(" ");
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SizePreset(SizeMode.valueOf(parts[0]), new BigDecimal(parts[1])));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
