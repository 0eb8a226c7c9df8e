package io.sextant.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.voice.language.Language;
import io.sextant.voice.language.Wording;
import io.sextant.voice.text.SpokenText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandGrammarTest {

    @ParameterizedTest
    @EnumSource
    void everySentenceOfTheListMeansWhatStandsBesideIt(Language language) throws IOException {
        Map<String, String> wrong = new LinkedHashMap<>();
        sentences(language).forEach((sentence, meaning) -> {
            String read = TestGrammars.meaning(language, sentence);
            if (!read.equals(meaning)) {
                wrong.put(sentence, read);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfSentenceIsInTheListOfEachLanguage(Language language) throws IOException {
        Set<String> intents = new HashSet<>();
        sentences(language).values().forEach(meaning -> intents.add(meaning.split(" ")[0]));

        assertThat(intents)
                .contains(
                        "buy",
                        "sell",
                        "close",
                        "flatten",
                        "cancel-all",
                        "cancel-instrument",
                        "cancel-last",
                        "cancel-order",
                        "start-trading",
                        "pause-trading",
                        "stop-trading",
                        "start-strategy",
                        "resume-strategy",
                        "pause-strategy",
                        "stop-strategy",
                        "kill-switch",
                        "set-stop",
                        "set-target",
                        "reduce-exposure",
                        "switch-regime",
                        "rebalance",
                        "show-panel",
                        "show-chart",
                        "show-timeframe",
                        "price",
                        "forecast",
                        "risk",
                        "profit",
                        "position",
                        "balance",
                        "why-traded",
                        "why-risk",
                        "explain-trade",
                        "backtest",
                        "what-if",
                        "alert",
                        "help",
                        "yes",
                        "no");
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceThatTheRecogniserListensForMeansOneThing(Language language) {
        List<String> wrong = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        NumberPhrases.of(language).forEach(words -> numbers.add(String.join(" ", words)));
        for (String phrase : TestGrammars.grammar(language).phrases()) {
            Reading reading = TestGrammars.read(language, phrase);
            // A zero trades nothing, a thousand percent of something is not there, and "a" only begins a number.
            boolean noAmount = Wording.of(phrase).stream().anyMatch(List.of("zero", "a", "mille")::contains);
            boolean understood =
                    reading instanceof Reading.Understood || (noAmount && reading instanceof Reading.NoCommand);
            if (!understood && !numbers.contains(phrase)) {
                wrong.add(phrase + " -> " + reading);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void speechThatIsNoOrderAndNotUnderstoodIsNothing() {
        assertThat(TestGrammars.read(Language.ENGLISH, "[unk]")).isEqualTo(new Reading.NoCommand());
        assertThat(TestGrammars.read(Language.ENGLISH, "[unk] help [unk]")).isEqualTo(new Reading.NoCommand());
        assertThat(TestGrammars.read(Language.FRENCH, "[unk] achète [unk] bitcoin"))
                .isEqualTo(new Reading.UnknownWord());
    }

    @Test
    void whatWasHeardBadlyIsAskedAboutAndNeverDone() {
        Utterance heard = new Utterance("cancel all orders", CommandGrammar.CONFIDENCE_NEEDED - 0.01);

        Reading reading = TestGrammars.grammar(Language.ENGLISH).read(heard, Optional.empty());

        assertThat(reading)
                .isEqualTo(new Reading.Unsure(new Instruction.CancelAll(), CommandGrammar.CONFIDENCE_NEEDED - 0.01));
        assertThat(reading.findUnderstood()).isEmpty();
    }

    @Test
    void wordingsThatMeanTheSameAreSureTogether() {
        Utterance alike = new Utterance(List.of(
                new Utterance.Guess("by ten bitcoin", 0.45),
                new Utterance.Guess("buy ten bitcoins", 0.4),
                new Utterance.Guess("buy two bitcoins", 0.1)));
        Utterance apart = new Utterance(
                List.of(new Utterance.Guess("buy ten bitcoin", 0.6), new Utterance.Guess("buy two bitcoin", 0.4)));

        assertThat(TestGrammars.grammar(Language.ENGLISH).read(alike, Optional.empty()))
                .isInstanceOf(Reading.Understood.class);
        assertThat(TestGrammars.grammar(Language.ENGLISH).read(apart, Optional.empty()))
                .isInstanceOf(Reading.Unsure.class);
    }

    @Test
    void itIsTheInstrumentSpokenOfLastAndNothingWithoutOne() {
        CommandGrammar grammar = TestGrammars.grammar(Language.ENGLISH);

        Reading first = grammar.read(Utterance.typed("what is the price of solana"), Optional.empty());
        Optional<InstrumentId> last = first.findUnderstood().flatMap(Instruction::findInstrument);

        assertThat(grammar.read(Utterance.typed("sell half of it"), last))
                .isEqualTo(new Reading.Understood(new Instruction.Trade(
                        Side.SELL,
                        new Amount.PartOfPosition(new Share(1, 2)),
                        InstrumentId.of("SOL-USDT"),
                        new Pricing.AtMarket())));
        assertThat(grammar.read(Utterance.typed("sell half of it"), Optional.empty()))
                .isEqualTo(new Reading.NoInstrument());
    }

    @Test
    void aNameThatMeansTwoThingsIsAskedAbout() {
        CommandGrammar grammar = new CommandGrammar(
                Language.ENGLISH,
                Vocabulary.of(
                        Language.ENGLISH,
                        Map.of(
                                InstrumentId.of("BTC-USDT"), Set.of("bitcoin"),
                                InstrumentId.of("BTC-EUR"), Set.of("bitcoin"))));

        assertThat(grammar.read(Utterance.typed("buy ten bitcoin"), Optional.empty()))
                .isInstanceOfSatisfying(
                        Reading.Several.class,
                        several -> assertThat(several.instructions()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buy -10 bitcoin",
                "buy - 10 bitcoin",
                "don't buy ten bitcoin",
                "buy ten",
                "buy bitcoin",
                "sell 150% of my bitcoin",
                "buy zero bitcoin",
                "buy 1,20 bitcoin",
                "set stop loss at 100 percent",
                "what if bitcoin falls 120%",
                "cancel order 1.5",
                "buy ten dragoncoin",
                "show me the money",
                "buy ten bitcoin and sell ten ether",
                "",
                "reduce my exposure by 0 percent",
                "cancel all orders not"
            })
    void whatMakesNoSenseIsNoCommand(String sentence) {
        assertThat(TestGrammars.grammar(Language.ENGLISH)
                        .read(Utterance.typed(sentence), Optional.empty())
                        .findUnderstood())
                .isEmpty();
    }

    @Test
    void onlyTheKillSwitchActsAtOnce() throws IOException {
        for (Language language : Language.values()) {
            for (String sentence : sentences(language).keySet()) {
                TestGrammars.read(language, sentence)
                        .findUnderstood()
                        .filter(instruction -> instruction.effect() == Instruction.Effect.ACTS)
                        .ifPresent(instruction -> assertThat(instruction).isEqualTo(new Instruction.EngageKill()));
            }
        }
    }

    @Test
    void anUnknownWordIsToldInEverySentenceThatWouldDraftOrAct() throws IOException {
        for (Language language : Language.values()) {
            for (String sentence : sentences(language).keySet()) {
                Instruction.Effect effect = TestGrammars.read(language, sentence)
                        .findUnderstood()
                        .orElseThrow()
                        .effect();
                if (effect == Instruction.Effect.DRAFTS || effect == Instruction.Effect.ACTS) {
                    assertThat(TestGrammars.read(language, sentence + " [unk]"))
                            .as(sentence)
                            .isEqualTo(new Reading.UnknownWord());
                }
            }
        }
    }

    @Test
    void everyCommandIsSaidBackInItsOwnLanguageAlone() throws IOException {
        InstructionWords english = new InstructionWords(new SpokenText(Language.ENGLISH));
        InstructionWords french = new InstructionWords(new SpokenText(Language.FRENCH));
        for (String sentence : sentences(Language.FRENCH).keySet()) {
            Instruction meant = TestGrammars.read(Language.FRENCH, sentence)
                    .findUnderstood()
                    .orElseThrow();
            String said = french.of(meant);
            assertThat(said).as(sentence).doesNotContain("{", "=").isNotEqualTo(english.of(meant));
            assertThat(said.split("[\\s']"))
                    .as(sentence)
                    .doesNotContain("buy", "sell", "the", "of", "at", "market", "close", "cancel", "show", "DOLLAR");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyExampleIsACommandOrAQuestionAndCompletesItself(Language language) {
        Vocabulary vocabulary =
                Vocabulary.of(language, SpokenInstruments.usual()).withStrategies(List.of("sma-cross"));
        CommandGrammar grammar = new CommandGrammar(language, vocabulary);
        Examples examples = Examples.of(language, vocabulary);
        Set<Class<?>> kinds = new HashSet<>();
        for (String sentence : examples.sentences()) {
            Optional<Instruction> meant =
                    grammar.read(Utterance.typed(sentence), TestGrammars.ETHER).findUnderstood();
            meant.ifPresent(each -> kinds.add(each.getClass()));
            assertThat(meant.isPresent() || sentence.contains("?") || sentence.startsWith("expl"))
                    .as(sentence)
                    .isTrue();
            assertThat(examples.complete(begun(sentence), 1_000)).as(sentence).contains(sentence);
        }
        assertThat(kinds).as("all kinds of commands").hasSize(Instruction.class.getPermittedSubclasses().length);
        assertThat(examples.beginnings()).hasSizeGreaterThan(4);
        assertThat(examples.complete(language == Language.ENGLISH ? "BUY 0,1 btc" : "ACHETE 0,1 btc", 1))
                .containsExactly(
                        language == Language.ENGLISH ? "buy 0,1 BTC-USDT at market" : "achète 0,1 BTC-USDT au marché");
    }

    private static String begun(String sentence) {
        int space = sentence.lastIndexOf(' ');
        return sentence.substring(0, space < 0 ? sentence.length() - 1 : space);
    }

    private static Map<String, String> sentences(Language language) throws IOException {
        Map<String, String> sentences = new LinkedHashMap<>();
        String name = "sentences_" + language.code() + ".txt";
        try (InputStream in = CommandGrammarTest.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    int equals = line.indexOf(" = ");
                    sentences.put(line.substring(0, equals), line.substring(equals + 3));
                }
            }
        }
        return sentences;
    }
}
