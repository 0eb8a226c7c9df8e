package io.sextant.remote.server;

import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Role;

/** The role does not reach. */
final class NotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private NotAllowedException(String message) {
        super(message);
    }

    static void check(Principal who, Role needed) {
        if (!who.role().covers(needed)) {
            throw new NotAllowedException(sentence(who, needed));
        }
    }

    static String sentence(Principal who, Role needed) {
        return "This needs the role " + needed + "; " + who.name() + " has " + who.role() + ".";
    }
}
