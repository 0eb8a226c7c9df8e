package io.sextant.risk.measure;

/** How what several assets do hangs together, whatever each does for itself. */
public enum CopulaKind {
    /** As in a joint normal law: the worst days of two assets meet by chance only. */
    GAUSSIAN,
    /** As in a joint Student law: the worst days meet. */
    STUDENT
}
