package io.sextant.domain.vault;

/**
 * What opens an account at a venue. Whoever was given one closes it when the venue has been told.
 *
 * @param passphrase the third secret that some venues want; empty at the others
 * @param withdrawal as the venue told when the key was added
 */
public record VenueKey(
        VenueAccount account,
        VenueNet net,
        Secret apiKey,
        Secret apiSecret,
        Secret passphrase,
        WithdrawalRight withdrawal)
        implements AutoCloseable {

    public VenueKey {
        if (apiKey.isEmpty() || apiSecret.isEmpty()) {
            throw new IllegalArgumentException("a venue's key has an API key and an API secret");
        }
    }

    public VenueKey with(WithdrawalRight told) {
        return new VenueKey(account, net, apiKey, apiSecret, passphrase, told);
    }

    @Override
    public void close() {
        apiKey.close();
        apiSecret.close();
        passphrase.close();
    }
}
