package io.sextant.remote.server;

import io.sextant.domain.command.Command;
import io.sextant.remote.identity.Principal;

/** Keeps who asked for what. */
public interface AuditTrail {

    void done(Principal who, Command command);

    void refused(Principal who, Command command);

    /** A line was opened or closed, or somebody could not prove who he is. */
    void line(String who, String what);
}
