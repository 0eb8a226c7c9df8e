package io.sextant.domain.market;

import io.sextant.domain.instrument.InstrumentId;
import java.util.List;

/**
 * A piece of news at the time it became known (UTC). {@code template} and {@code arguments} let the window tell it in the
 * reader's language where the house wrote it; {@code text} is the English sentence, or the original of an outside source.
 */
public record Headline(
        long timeNanos,
        List<InstrumentId> instruments,
        String template,
        List<String> arguments,
        String text,
        String source) {

    public Headline {
        instruments = List.copyOf(instruments);
        arguments = List.copyOf(arguments);
    }
}
