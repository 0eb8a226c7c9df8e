package io.sextant.voice.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.OrderId;
import io.sextant.voice.command.CommandGrammar;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Reading;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.language.Language;
import io.sextant.voice.language.Wording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what is asked. First the strict grammar of commands is tried, so that what would act is never taken for a question; then the
 * concepts of the sentence.
 */
final class QuestionReader {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final Lexicon lexicon;
    private final CommandGrammar grammar;
    private final List<Map.Entry<InstrumentId, List<String>>> names;

    QuestionReader(Language language, Vocabulary vocabulary) {
        lexicon = Lexicon.of(language);
        grammar = new CommandGrammar(language, vocabulary);
        names = vocabulary.instruments().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(name -> Map.entry(each.getKey(), Wording.of(name))))
                .filter(each -> !each.getValue().isEmpty())
                .sorted(Comparator.comparing((Map.Entry<InstrumentId, List<String>> each) ->
                                each.getValue().size())
                        .reversed())
                .toList();
    }

    /** What was said: a question, a command that is only repeated, or nothing that is known. */
    sealed interface Heard {

        record Asked(Question question) implements Heard {}

        record Commanded(Instruction instruction) implements Heard {}

        record Nothing() implements Heard {}
    }

    Heard read(String text, Optional<InstrumentId> last) {
        List<String> words = Wording.of(text);
        Optional<Map.Entry<InstrumentId, List<String>>> named = names.stream()
                .filter(each -> Lexicon.contains(words, each.getValue()))
                .findFirst();
        List<String> sentence =
                named.map(name -> Lexicon.withSignFor(name.getValue(), words)).orElse(words);
        Optional<Subject> subject =
                lexicon.isToBeDone(sentence, text.contains("?")) ? Optional.empty() : lexicon.subject(sentence);
        Reading reading = grammar.read(new Utterance(text, 1), last);
        // Why to sell now and why it was sold are nearly the same words.
        if (reading instanceof Reading.Understood(Instruction instruction)
                && !(instruction instanceof Instruction.AskWhyTraded && subject.equals(Optional.of(Subject.WHY_NOW)))) {
            Optional<Question> asked = question(instruction);
            return asked.isPresent() ? new Heard.Asked(asked.get()) : new Heard.Commanded(instruction);
        }
        Optional<InstrumentId> instrument =
                named.map(Map.Entry::getKey).or(() -> lexicon.says(sentence, "it") ? last : Optional.empty());
        return subject.<Heard>map(found ->
                        new Heard.Asked(Question.of(found, found == Subject.CRISIS ? Optional.empty() : instrument)
                                .in(year(words))
                                .within(found == Subject.FORECAST_SKILL ? time(sentence) : Optional.empty())))
                .orElseGet(Heard.Nothing::new);
    }

    private Optional<AskedTime> time(List<String> sentence) {
        return Arrays.stream(AskedTime.values())
                .filter(each -> lexicon.says(sentence, each.concept()))
                .findFirst();
    }

    /** Empty where it is to be done, and not to be told. */
    static Optional<Question> question(Instruction instruction) {
        Subject subject = switch (instruction) {
            case Instruction.AskPrice _ -> Subject.PRICE;
            case Instruction.AskForecast _ -> Subject.FORECAST;
            case Instruction.AskRisk _ -> Subject.RISK;
            case Instruction.AskProfit _ -> Subject.PROFIT;
            case Instruction.AskPosition _ -> Subject.POSITION;
            case Instruction.AskBalance _ -> Subject.BALANCE;
            case Instruction.AskWhyTraded _ -> Subject.WHY_TRADED;
            case Instruction.AskWhyRisk _ -> Subject.WHY_RISK;
            case Instruction.WhatIf _ -> Subject.CRISIS;
            case Instruction.ExplainTrade _ -> Subject.EXPLAIN_FILL;
            case Instruction.Help _ -> Subject.HELP;
            default -> null;
        };
        if (subject == null) {
            return Optional.empty();
        }
        Question asked = Question.of(subject, instruction.findInstrument());
        return Optional.of(
                switch (instruction) {
                    case Instruction.WhatIf what -> asked.by(what.percent());
                    case Instruction.AskWhyTraded why -> asked.on(why.side());
                    case Instruction.ExplainTrade explain ->
                        explain.order().map(OrderId::new).map(asked::about).orElse(asked);
                    default -> asked;
                });
    }

    private static Optional<Integer> year(List<String> words) {
        return words.stream()
                .filter(word -> word.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR)
                .findFirst();
    }
}
