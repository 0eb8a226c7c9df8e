package io.sextant.domain.time;

/** The time of day, handed in wherever time is needed. */
public interface Clock {

    /** UTC nanoseconds since 1970. */
    long nanos();
}
