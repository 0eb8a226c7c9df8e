package io.sextant.voice.command;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.voice.command.GrammarFile.Line;
import io.sextant.voice.language.Language;
import io.sextant.voice.language.NumberReader;
import io.sextant.voice.language.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one grammar of a language: for what is heard, typed and chosen in the palette. A sentence is a command only if one of the forms fits
 * it from its first word to its last; two meanings are told as two. It keeps nothing between sentences.
 */
public final class CommandGrammar {

    /** Below this a heard sentence is asked about. */
    public static final double CONFIDENCE_NEEDED = 0.7;

    private static final int LONGEST_WORDS = 40;

    /** Rules of sentences that draft or act: in one of them an unknown word is told as a refusal. */
    private static final Set<Rule> ORDERS = Set.of(
            Rule.TRADE,
            Rule.CLOSE,
            Rule.FLATTEN,
            Rule.CANCEL_ALL,
            Rule.CANCEL_OF,
            Rule.CANCEL_LAST,
            Rule.CANCEL_NUMBER,
            Rule.START,
            Rule.PAUSE,
            Rule.STOP,
            Rule.START_STRATEGY,
            Rule.RESUME_STRATEGY,
            Rule.PAUSE_STRATEGY,
            Rule.STOP_STRATEGY,
            Rule.KILL,
            Rule.SET_STOP,
            Rule.SET_TARGET,
            Rule.REDUCE,
            Rule.PROFILE,
            Rule.ALERT,
            Rule.REBALANCE);

    private final GrammarFile file;
    private final Vocabulary vocabulary;
    private final FormMatcher matcher;

    public CommandGrammar(Language language, Vocabulary vocabulary) {
        this.file = GrammarFile.of(language);
        this.vocabulary = vocabulary;
        this.matcher = new FormMatcher(NumberReader.of(language), vocabulary);
    }

    public Language language() {
        return file.language();
    }

    /** What a recogniser should listen for, given what can be named now. */
    public List<String> phrases() {
        return new PhraseList(file, vocabulary).phrases();
    }

    /** @param last the instrument that was spoken of last, which "it" means */
    public Reading read(Utterance utterance, Optional<InstrumentId> last) {
        Reading reading = read(utterance.text(), last);
        if (!(reading instanceof Reading.Understood(Instruction only))) {
            return reading;
        }
        double confidence = confidence(utterance, last);
        return confidence < CONFIDENCE_NEEDED ? new Reading.Unsure(only, confidence) : reading;
    }

    /**
     * How sure it is that this was meant: the chance of all wordings that mean the same. Which of two words that sound alike was said does
     * not matter where both mean one thing.
     */
    public double confidence(Utterance utterance, Optional<InstrumentId> last) {
        Reading reading = read(utterance.text(), last);
        double chance = 0;
        for (Utterance.Guess guess : utterance.guesses()) {
            boolean same = guess.text().equals(utterance.text())
                    || (reading instanceof Reading.Understood
                            && read(guess.text(), last).equals(reading));
            chance += same ? guess.chance() : 0;
        }
        return Math.min(1, chance);
    }

    private Reading read(String text, Optional<InstrumentId> last) {
        List<String> words = Wording.of(text);
        if (words.isEmpty() || words.size() > LONGEST_WORDS) {
            return new Reading.NoCommand();
        }
        if (words.contains(Wording.UNKNOWN)) {
            return beginsLikeOrder(words) ? new Reading.UnknownWord() : new Reading.NoCommand();
        }
        Set<Instruction> meanings = new LinkedHashSet<>();
        boolean lacksInstrument = false;
        for (Line line : file.lines()) {
            if (!line.canBegin(words.getFirst())) {
                continue;
            }
            for (Slots found : matcher.all(line.form(), words)) {
                Slots slots = line.rule().takesLast(found) ? found.withLast(last.orElse(null)) : found;
                if (line.rule().lacksInstrument(slots)) {
                    lacksInstrument = true;
                } else {
                    Meaning.of(line.rule(), slots).ifPresent(meanings::add);
                }
            }
        }
        return switch (meanings.size()) {
            case 0 -> lacksInstrument ? new Reading.NoInstrument() : new Reading.NoCommand();
            case 1 -> new Reading.Understood(meanings.iterator().next());
            default -> new Reading.Several(List.copyOf(meanings));
        };
    }

    /** Whether some word of it begins sentences that trade. */
    private boolean beginsLikeOrder(List<String> words) {
        Set<String> first = new LinkedHashSet<>();
        for (Line line : file.lines()) {
            if (ORDERS.contains(line.rule())) {
                first.addAll(line.firstWords());
            }
        }
        List<String> known = new ArrayList<>(words);
        known.retainAll(first);
        return !known.isEmpty();
    }
}
