package io.sextant.domain.vault;

/**
 * One account at one venue, by the names that its owner uses: {@code binance/main}.
 *
 * @param venue the venue's label, as the command line has it
 * @param name what the owner calls the account
 */
public record VenueAccount(String venue, String name) implements Comparable<VenueAccount> {

    private static final String VENUE = "[a-z0-9][a-z0-9-]{0,31}";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    public VenueAccount {
        if (!venue.matches(VENUE)) {
            throw new IllegalArgumentException("a venue is named in small letters, digits and hyphens");
        }
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "an account is named in letters, digits, dots, hyphens and underscores, 64 at most");
        }
    }

    /** Reads what {@link #toString()} writes. */
    public static VenueAccount parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("an account is named VENUE/NAME, such as binance/main");
        }
        return new VenueAccount(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(VenueAccount other) {
        int byVenue = venue.compareTo(other.venue);
        return byVenue != 0 ? byVenue : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return venue + "/" + name;
    }
}
