package io.sextant.notify.outbox;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.alert.Delivery.Stage;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.notify.send.Courier;
import io.sextant.notify.send.Couriers;
import io.sextant.notify.send.Message;
import io.sextant.notify.send.NotSent;
import java.util.Optional;

/** Sends a test message by a channel. */
public final class ChannelTrial {

    private ChannelTrial() {}

    /** Blocks; says what came of it. */
    public static Delivery of(AlertChannel channel, Couriers couriers, VenueKeys keys, Clock clock) {
        String text =
                channel.french() ? "Ceci est un essai : le canal fonctionne." : "This is a test: the channel works.";
        Message message =
                new Message(0, AlertPriority.INFO, "test", channel.french() ? "Essai" : "Test", text, "", "", 0);
        Delivery trying = Delivery.waiting(channel.name()).sending();
        Optional<Courier> courier = couriers.find(channel.kind());
        if (courier.isEmpty()) {
            return trying.ended(Stage.UNDELIVERED, clock.nanos(), Let.NO_WINDOW);
        }
        try (Let let = Let.of(channel, keys)) {
            courier.get().send(channel, let.key(), message);
            return trying.ended(Stage.DELIVERED, clock.nanos(), "");
        } catch (NotSent failed) {
            Stage stage = failed.fate() == NotSent.Fate.UNKNOWN ? Stage.UNKNOWN : Stage.UNDELIVERED;
            return trying.ended(stage, clock.nanos(), String.valueOf(failed.getMessage()));
        } catch (VaultException locked) {
            return trying.ended(Stage.UNDELIVERED, clock.nanos(), String.valueOf(locked.getMessage()));
        }
    }
}
