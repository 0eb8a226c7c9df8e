package io.sextant.remote.server;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.remote.identity.Principal;

/** What cannot be written down is not done, but for what only makes safer: a full disk must keep nobody from stopping. */
final class Trail {

    private static final System.Logger LOG = System.getLogger(Trail.class.getName());

    private Trail() {}

    static void done(AuditTrail audit, Principal who, Command command) {
        try {
            audit.done(who, command);
        } catch (RuntimeException unwritten) {
            if (!makesSafer(command)) {
                throw unwritten;
            }
            LOG.log(
                    System.Logger.Level.ERROR,
                    who.name() + " asked for " + command + ", which could not be written down",
                    unwritten);
        }
    }

    static void line(AuditTrail audit, String who, String what) {
        try {
            audit.line(who, what);
        } catch (RuntimeException unwritten) {
            LOG.log(System.Logger.Level.ERROR, who + " " + what + ", which could not be written down", unwritten);
        }
    }

    private static boolean makesSafer(Command command) {
        return switch (command) {
            case EngageKillSwitch _, CancelOrder _, CancelAllOrders _, FlattenPositions _ -> true;
            default -> false;
        };
    }
}
