package io.sextant.voice.draft;

import io.sextant.domain.command.Command;
import java.util.List;

/** Commands as they would be sent, one after the other, with what they would do and where prices may stand meanwhile. */
public record Proposal(List<Command> commands, List<OrderEffect> effects, List<PriceBand> bands) {

    public Proposal {
        commands = List.copyOf(commands);
        effects = List.copyOf(effects);
        bands = List.copyOf(bands);
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("nothing would be sent");
        }
    }
}
