package io.sextant.execution.outside;

/** Takes a venue's reports, on the engine's thread. */
@FunctionalInterface
public interface VenueSink {

    void onReport(VenueReport report);
}
