package io.sextant.notify.send;

import io.sextant.domain.alert.AlertPriority;

/**
 * What is sent.
 *
 * @param number of the firing, zero for a test; the same number is the same message
 * @param title one line
 * @param text one sentence
 * @param condition as it was written, for programs
 * @param value what fired it, for programs
 */
public record Message(
        long number,
        AlertPriority priority,
        String alert,
        String title,
        String text,
        String condition,
        String value,
        long marketNanos) {

    /** Title and sentence in one. */
    String line() {
        return title + ": " + text;
    }
}
