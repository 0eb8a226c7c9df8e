package io.sextant.voice.draft;

import io.sextant.domain.command.Command;
import io.sextant.domain.risk.OrderRisk;
import java.util.List;
import java.util.Optional;

/**
 * Commands as they would be sent, one after the other, with what they would do and where prices may stand meanwhile.
 *
 * @param effects of each order that is sent, or that does what a command would do; none where nothing is bought or sold
 * @param risk before, and after all of these orders
 */
public record Proposal(
        List<Command> commands, List<OrderEffect> effects, Optional<OrderRisk> risk, List<PriceBand> bands) {

    public Proposal {
        commands = List.copyOf(commands);
        effects = List.copyOf(effects);
        bands = List.copyOf(bands);
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("nothing would be sent");
        }
    }
}
