package io.sextant.domain.alert;

/** How much an alert matters. */
public enum AlertPriority {
    INFO,
    WARNING,
    ERROR,
    /** Passes quiet hours. */
    URGENT
}
