package io.sextant.exchange;

/** Where a venue answers requests and where it streams. */
public record VenueAddresses(String requests, String streams) {}
