package io.sextant.voice.assistant;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.voice.command.Amount;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Pricing;
import java.util.Map;
import java.util.Optional;

/**
 * Something rare that a person may want to look at. Nothing is drafted of it by itself.
 *
 * @param model whose forecast it is, by its id
 * @param marketNanos when it was found
 * @param untilNanos when the bar that is forecast ends
 */
public record Recommendation(
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        String model,
        long marketNanos,
        long untilNanos,
        Said evidence) {

    /** What a person would have said to have it drafted. */
    public Instruction instruction() {
        return new Instruction.Trade(side, new Amount.Units(quantity), instrument, new Pricing.AtMarket());
    }

    /** That it was shown, or that a person wants to see no more of it. */
    public Note note(boolean dismissed) {
        return new Note(instrument, side, model, marketNanos, dismissed);
    }

    /** What is remembered of a recommendation: the newest of an instrument and side. */
    public record Note(InstrumentId instrument, Side side, String model, long marketNanos, boolean dismissed) {

        private static final String SHOWN = "assistant.recommended.";
        private static final int LINES = 5;

        /** Told again it is the same. */
        public ChangeSetting toSetting() {
            return new ChangeSetting(
                    SHOWN + side + "." + instrument.symbol(),
                    String.join(
                            "\n",
                            instrument.symbol(),
                            side.name(),
                            model,
                            Long.toString(marketNanos),
                            dismissed ? "dismissed" : "shown"));
        }

        /** Reads one setting; empty when it is none. */
        static Optional<Note> findIn(Map.Entry<String, String> setting) {
            String[] lines = setting.getValue().split("\n", -1);
            if (!setting.getKey().startsWith(SHOWN) || lines.length != LINES) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Note(
                        InstrumentId.of(lines[0]),
                        Side.valueOf(lines[1]),
                        lines[2],
                        Long.parseLong(lines[3]),
                        lines[4].equals("dismissed")));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
