package io.sextant.app.cli;

import java.util.Locale;

/** Refuses work that the heap cannot hold before it is begun, instead of running out of memory in the middle. */
record HeapRoom(long bytesMax) {

    /** Of what may be held at once; the rest is for everything else. */
    private static final double SHARE = 0.8;

    static HeapRoom ofThisProcess() {
        return new HeapRoom(Runtime.getRuntime().maxMemory());
    }

    /** @param bytes as a double, which no product of counts overflows */
    void require(double bytes, String what, String instead) {
        if (bytes > SHARE * bytesMax) {
            throw new RefusedByRule(String.format(
                    Locale.ENGLISH,
                    "%s would take about %,.1f GiB of memory, and there are %,.1f GiB; %s.",
                    what,
                    bytes / (1L << 30),
                    (double) bytesMax / (1L << 30),
                    instead));
        }
    }
}
