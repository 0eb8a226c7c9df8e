package io.sextant.ui.link;

import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.util.Optional;

/**
 * The line to an engine on another machine at one moment.
 *
 * @param server what the reader calls that engine
 * @param user as whom the engine knows the reader
 * @param why what broke the line
 * @param ageNanos how old the newest word of the engine is; 0 while the line is up
 */
public record LinkStatus(String server, String user, SeatRole role, LinkState state, LinkTrouble why, long ageNanos) {

    public boolean isUp() {
        return state == LinkState.UP;
    }

    /** Why nothing that needs this role can be done now. */
    public Optional<Refusal> barrier(SeatRole needed) {
        return switch (state) {
            case DOWN -> Optional.of(Refusal.of(RefusalCode.LINK_DOWN, why.detail()));
            case STALE -> Optional.of(Refusal.of(RefusalCode.LINK_STALE));
            case UP -> role.covers(needed) ? Optional.empty() : lackingRole(needed);
        };
    }

    /** That the reader has a lesser role than this. */
    public Optional<Refusal> lackingRole(SeatRole needed) {
        return Optional.of(Refusal.of(RefusalCode.SEAT_ROLE, needed.label(), server, user, role.label()));
    }
}
