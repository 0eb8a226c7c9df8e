package io.sextant.domain.event;

import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import java.util.List;

/** Our books were compared with the venue's, or could not be; {@code sentence} says what is known and what to do. */
public record VenueChecked(
        long position,
        long timeNanos,
        String venue,
        VenueTrust trust,
        String sentence,
        List<VenueDifference> differences)
        implements Event {

    public VenueChecked {
        differences = List.copyOf(differences);
    }
}
