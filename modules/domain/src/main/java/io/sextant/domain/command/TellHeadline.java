package io.sextant.domain.command;

import io.sextant.domain.instrument.InstrumentId;
import java.util.List;

/**
 * Tells the desk a headline from outside its market. It becomes known at the market time at which the engine takes it; what it says
 * of its own time is in nobody's power to check.
 *
 * @param text in the source's own language
 */
public record TellHeadline(List<InstrumentId> instruments, String text, String source) implements Command {

    public TellHeadline {
        instruments = List.copyOf(instruments);
    }
}
