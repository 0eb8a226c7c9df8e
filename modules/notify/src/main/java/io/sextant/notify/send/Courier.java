package io.sextant.notify.send;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.vault.VenueKey;
import java.util.Optional;

/** Takes a message to the other side; returns when that has it. */
@FunctionalInterface
public interface Courier {

    /**
     * Blocks for some seconds at most.
     *
     * @param key what lets it in, where the channel names one; the caller closes it
     * @throws NotSent saying whether it may have arrived
     */
    void send(AlertChannel channel, Optional<VenueKey> key, Message message) throws NotSent;
}
