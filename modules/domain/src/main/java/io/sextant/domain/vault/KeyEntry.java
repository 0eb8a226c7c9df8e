package io.sextant.domain.vault;

/**
 * What may be shown of a key: everything but its secrets.
 *
 * @param keyEnd the last characters of the API key by which its owner knows it again; empty where the key is short
 * @param hasPassphrase whether the venue wants a third secret
 * @param addedNanos when it was put into the vault, UTC
 */
public record KeyEntry(
        VenueAccount account,
        VenueNet net,
        WithdrawalRight withdrawal,
        String keyEnd,
        boolean hasPassphrase,
        long addedNanos) {}
