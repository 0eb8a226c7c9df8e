package io.sextant.domain.session;

import io.sextant.domain.instrument.InstrumentCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The venues of a desk, and which of them each of its instruments is traded at. A desk over several says so in the name of its feed
 * ({@code kraken+binance}) and in that of every instrument ({@code BTC-USDT.KRAKEN}); the instruments of a venue stand together, in
 * the order of the venues. Any other desk has one.
 */
public final class DeskVenues {

    public static final String BETWEEN = "+";

    private final List<String> names;
    private final int[] venueOf;

    private DeskVenues(List<String> names, int[] venueOf) {
        this.names = names;
        this.venueOf = venueOf;
    }

    public static DeskVenues of(SessionTerms terms) {
        return of(terms.feed(), terms.instruments());
    }

    public static DeskVenues of(String feed, InstrumentCatalog instruments) {
        List<String> labels = Arrays.asList(feed.split("\\" + BETWEEN, -1));
        int[] venueOf = new int[instruments.size()];
        int seen = 0;
        for (int i = 0; i < venueOf.length && labels.size() > 1; i++) {
            int venue = venueOf(instruments, i, labels);
            if (venue < 0 || venue < seen - 1 || venue > seen) {
                return new DeskVenues(List.of(feed), new int[venueOf.length]);
            }
            venueOf[i] = venue;
            seen = venue + 1;
        }
        boolean each = seen == labels.size();
        return new DeskVenues(each ? List.copyOf(labels) : List.of(feed), each ? venueOf : new int[venueOf.length]);
    }

    private static int venueOf(InstrumentCatalog instruments, int index, List<String> labels) {
        for (int venue = 0; venue < labels.size(); venue++) {
            String label = labels.get(venue);
            if (!label.isBlank() && instruments.get(index).id().isAt(label)) {
                return venue;
            }
        }
        return -1;
    }

    public List<String> names() {
        return names;
    }

    public int count() {
        return names.size();
    }

    public boolean areSeveral() {
        return names.size() > 1;
    }

    /** The place of the venue that an instrument is traded at. */
    public int of(int instrument) {
        return venueOf[instrument];
    }

    /** The indices of a venue's instruments. */
    public List<Integer> instrumentsOf(int venue) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < venueOf.length; i++) {
            if (venueOf[i] == venue) {
                indices.add(i);
            }
        }
        return indices;
    }
}
