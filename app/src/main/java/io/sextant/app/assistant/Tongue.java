package io.sextant.app.assistant;

import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Clock;
import io.sextant.ui.assistant.AssistantDesk.Sentence;
import io.sextant.ui.i18n.Texts;
import io.sextant.voice.assistant.Assistant;
import io.sextant.voice.command.CommandGrammar;
import io.sextant.voice.command.Examples;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Reading;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.conversation.Conversation;
import io.sextant.voice.conversation.Conversation.Session;
import io.sextant.voice.language.Language;
import io.sextant.voice.text.SpokenText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One language of the assistant on one desk: what can be named, understood, drafted and answered in it. */
final class Tongue {

    private final SpokenText text;
    private final CommandGrammar grammar;
    private final Examples examples;
    private final Conversation conversation;
    private final Assistants both;

    private Tongue(
            SpokenText text, CommandGrammar grammar, Examples examples, Conversation conversation, Assistants both) {
        this.text = text;
        this.grammar = grammar;
        this.examples = examples;
        this.conversation = conversation;
        this.both = both;
    }

    /** One answers and remembers, on its thread; one only reads what is typed elsewhere. */
    private record Assistants(Assistant answering, Assistant reading, Names names) {}

    private record Names(Vocabulary vocabulary, Set<String> testable, Set<String> hosted) {}

    /** Asks the engine what can be named; not for a thread that must not wait. */
    static Tongue learn(EngineClient engine, Language language, Clock clock, ZoneId zone, Session session) {
        List<StrategyCard> cards =
                engine.ask(new Query.Strategies()).toCompletableFuture().join();
        Set<String> hosted = hosted(engine);
        Set<String> strategies = new LinkedHashSet<>(hosted);
        cards.forEach(card -> strategies.add(card.name()));
        Set<String> testable = new LinkedHashSet<>();
        cards.stream()
                .filter(card -> !card.needsForecast() && !card.needsRegime())
                .forEach(card -> testable.add(card.name()));
        Vocabulary vocabulary = Vocabulary.of(
                        language,
                        SpokenInstruments.of(engine.ask(new Query.Instruments())
                                .toCompletableFuture()
                                .join()))
                .withStrategies(new ArrayList<>(strategies));
        return of(engine, language, new Names(vocabulary, testable, hosted), clock, zone, session);
    }

    /** Understands what needs no name, the kill switch above all, before the engine has told any. */
    static Tongue nameless(EngineClient engine, Language language, Clock clock, ZoneId zone, Session session) {
        Vocabulary none = Vocabulary.of(language, SpokenInstruments.of(List.of()));
        return of(engine, language, new Names(none, Set.of(), Set.of()), clock, zone, session);
    }

    private static Tongue of(
            EngineClient engine, Language language, Names names, Clock clock, ZoneId zone, Session session) {
        Vocabulary vocabulary = names.vocabulary();
        CommandGrammar grammar = new CommandGrammar(language, vocabulary);
        return new Tongue(
                new SpokenText(language),
                grammar,
                Examples.of(language, vocabulary),
                new Conversation(engine, grammar, clock, session, refusals(language, zone)),
                new Assistants(
                        new Assistant(engine, language, vocabulary, Timeframe.H1, zone),
                        new Assistant(engine, language, vocabulary, Timeframe.H1, zone),
                        names));
    }

    /** The same names in a conversation that goes on: its draft, and what "it" means, stay. */
    Tongue in(Conversation going) {
        going.understand(grammar);
        return new Tongue(text, grammar, examples, going, both);
    }

    /** Whether that is the kill switch. */
    boolean acts(Utterance utterance) {
        return grammar.read(utterance, Optional.empty()) instanceof Reading.Understood(Instruction instruction)
                && instruction.effect() == Instruction.Effect.ACTS;
    }

    /** The names of the strategies that the desk runs. */
    static Set<String> hosted(EngineClient engine) {
        Set<String> names = new LinkedHashSet<>();
        for (HostedStrategy each : engine.ask(new Query.HostedStrategies())
                .toCompletableFuture()
                .join()
                .strategies()) {
            names.add(each.terms().name());
        }
        return names;
    }

    private static Function<Refusal, String> refusals(Language language, ZoneId zone) {
        Texts texts =
                new Texts(io.sextant.ui.i18n.Language.findByTag(language.code()).orElseThrow(), zone);
        return texts::refusal;
    }

    Language language() {
        return text.language();
    }

    SpokenText text() {
        return text;
    }

    CommandGrammar grammar() {
        return grammar;
    }

    Examples examples() {
        return examples;
    }

    Conversation conversation() {
        return conversation;
    }

    /** For the thread that answers. */
    Assistant assistant() {
        return both.answering();
    }

    Set<String> hosted() {
        return both.names().hosted();
    }

    /** What a typed sentence would be; nothing follows from it. */
    Sentence read(String sentence, Optional<InstrumentId> looking) {
        return switch (grammar.read(Utterance.typed(sentence), looking)) {
            case Reading.Understood(Instruction instruction) ->
                switch (instruction.effect()) {
                    case DRAFTS -> Sentence.DRAFTS;
                    case ACTS -> Sentence.ACTS;
                    case TELLS -> Sentence.TELLS;
                    case ANSWERS -> Sentence.NOTHING;
                };
            case Reading.Several _, Reading.NoInstrument _ -> Sentence.TELLS;
            case Reading.Unsure _, Reading.UnknownWord _ -> Sentence.NOTHING;
            case Reading.NoCommand _ -> both.reading().isUnderstood(sentence) ? Sentence.TELLS : Sentence.NOTHING;
        };
    }

    boolean isTestable(String strategy) {
        return both.names().testable().contains(strategy);
    }
}
