package io.sextant.exchange.trade;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our names for orders at a venue, from the desk, the order's number and how often it was replaced: the same order has the same
 * name whenever it is asked for, so no request can make a second one of it. At most 18 characters, which is what Kraken takes.
 */
final class ClientIds {

    private static final int RADIX = 36;
    private static final int DESK_CHARACTERS = 5;
    private static final long DESKS = 60_466_176;
    private static final Pattern FORM = Pattern.compile("sx([0-9a-z]{5})-([0-9a-z]{1,6})(?:-([0-9a-z]{1,3}))?");

    private final String desk;

    /** A desk is known by when it began: no two of one account begin in the same nanosecond. */
    ClientIds(long deskNanos) {
        long mixed = deskNanos * 0x9E3779B97F4A7C15L;
        String digits = Long.toString(Math.floorMod(mixed ^ (mixed >>> 32), DESKS), RADIX);
        desk = "0".repeat(DESK_CHARACTERS - digits.length()) + digits;
    }

    /** An order and which of its replacements. */
    record Named(long orderId, int revision) {}

    String of(long orderId, int revision) {
        String name = "sx" + desk + "-" + Long.toString(orderId, RADIX);
        return revision == 0 ? name : name + "-" + Integer.toString(revision, RADIX);
    }

    /** Empty for an order that this desk did not place. */
    Optional<Named> find(String clientId) {
        Matcher matcher = FORM.matcher(clientId);
        if (!matcher.matches() || !matcher.group(1).equals(desk)) {
            return Optional.empty();
        }
        int revision = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3), RADIX);
        return Optional.of(new Named(Long.parseLong(matcher.group(2), RADIX), revision));
    }
}
