package io.sextant.domain.command;

/**
 * A person looked at what differs between our books and the venue's and takes the venue's word for it. Only for the differences
 * that were told at {@code shownPosition} in the journal; when they changed since, nothing is booked.
 */
public record SettleDifferences(long shownPosition, String reason) implements Command {}
