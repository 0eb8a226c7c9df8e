package io.sextant.exchange.testing;

import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.port.VenueException;
import java.util.List;

/** Listings that are known to be countable. */
public final class Listings {

    private Listings() {}

    public static List<Listing> of(List<RawListing> raw) {
        try {
            return RawListing.toListings(raw);
        } catch (VenueException e) {
            throw new AssertionError(e);
        }
    }
}
