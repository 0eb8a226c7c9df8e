package io.sextant.app.doctor;

/** What one look found: how bad it is, in words, and what to do; {@code advice} is empty when all is well. */
public record Finding(String subject, Health health, String what, String advice) {

    public enum Health {
        WELL,
        /** Works, with something missing. */
        WATCH,
        /** Must be mended. */
        UNWELL
    }

    static Finding well(String subject, String what) {
        return new Finding(subject, Health.WELL, what, "");
    }

    static Finding watch(String subject, String what, String advice) {
        return new Finding(subject, Health.WATCH, what, advice);
    }

    static Finding unwell(String subject, String what, String advice) {
        return new Finding(subject, Health.UNWELL, what, advice);
    }
}
