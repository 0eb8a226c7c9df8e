package io.sextant.exchange.port;

/** How an order is named to a venue: by our own id, and by the venue's where it is known ({@code ""} where not). */
public record OrderKey(Listing listing, String clientId, String venueId) {}
