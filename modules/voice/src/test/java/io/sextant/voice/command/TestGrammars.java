package io.sextant.voice.command;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.voice.language.Language;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A grammar of each language, with the instruments of a simulated desk and one strategy. */
final class TestGrammars {

    static final Optional<InstrumentId> ETHER = Optional.of(InstrumentId.of("ETH-USDT"));
    static final Map<Language, CommandGrammar> GRAMMARS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            GRAMMARS.put(language, new CommandGrammar(language, vocabulary(language)));
        }
    }

    static Vocabulary vocabulary(Language language) {
        Map<InstrumentId, Set<String>> instruments = new LinkedHashMap<>(SpokenInstruments.usual());
        instruments.put(InstrumentId.of("NARWHAL.SIM"), Set.of("narwhal", "NARWHAL.SIM"));
        return Vocabulary.of(language, instruments).withStrategies(List.of("momentum-breakout"));
    }

    static CommandGrammar grammar(Language language) {
        return Objects.requireNonNull(GRAMMARS.get(language));
    }

    static Reading read(Language language, String text) {
        return grammar(language).read(Utterance.typed(text), ETHER);
    }

    static String meaning(Language language, String text) {
        return read(language, text) instanceof Reading.Understood(Instruction instruction)
                ? NamedInstruction.of(instruction).toString()
                : read(language, text).toString();
    }

    private TestGrammars() {}
}
