package io.sextant.voice.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderId;
import io.sextant.voice.assistant.QuestionReader.Heard;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionReaderTest {

    private static final List<String> NAMES = List.of("bitcoin", "ethereum", "solana", "BTC");

    private static QuestionReader reader(Language language) {
        return new QuestionReader(language, Vocabulary.of(language, SpokenInstruments.usual()));
    }

    /**
     * What stands in front of each line is what it asks about, NONE for what is no question of this desk's and DONE for what is to be done; a place
     * for a name is filled with several.
     */
    private static List<String> lines(Language language) {
        String name = "questions_" + language.code() + ".txt";
        try (InputStream in = Objects.requireNonNull(QuestionReaderTest.class.getResourceAsStream("asked_" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sixHundredQuestionsInEachLanguageAreUnderstood(Language language) {
        QuestionReader reader = reader(language);
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String line : lines(language)) {
            int space = line.indexOf(' ');
            if (List.of("NONE", "DONE").contains(line.substring(0, space))) {
                continue;
            }
            Subject wanted = Subject.valueOf(line.substring(0, space));
            String question = line.substring(space + 1);
            for (String name : question.contains("{x}") ? NAMES : List.of("")) {
                asked++;
                String text = question.replace("{x}", name);
                Heard heard = reader.read(text, Optional.empty());
                boolean right = heard instanceof Heard.Asked(Question understood)
                        && understood.subject() == wanted
                        && understood.instrument().isPresent() == !name.isEmpty();
                if (!right) {
                    wrong.add(wanted + " <- " + text + " : " + heard);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThanOrEqualTo(600);
    }

    @ParameterizedTest
    @EnumSource
    void whatBelongsToAnotherConversationIsNotUnderstoodAndNoCommandIsAQuestion(Language language) {
        QuestionReader reader = reader(language);
        Optional<InstrumentId> bitcoin = Optional.of(InstrumentId.of("BTC-USDT"));
        List<String> guessed = new ArrayList<>();
        for (String line : lines(language)) {
            if (!line.startsWith("NONE ") && !line.startsWith("DONE ")) {
                continue;
            }
            String text = line.substring(5);
            for (Optional<InstrumentId> last : List.of(Optional.<InstrumentId>empty(), bitcoin)) {
                Heard heard = reader.read(text, last);
                boolean wrong =
                        line.startsWith("NONE ") ? !(heard instanceof Heard.Nothing) : heard instanceof Heard.Asked;
                if (wrong) {
                    guessed.add(line + " : " + heard);
                }
            }
        }
        assertThat(guessed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCommandStaysNoQuestionWhateverIsSaidPolitelyBeforeIt(Language language) {
        QuestionReader reader = reader(language);
        List<String> before = language == Language.ENGLISH
                ? List.of("please", "could you please", "ok now", "go ahead and", "I want you to")
                : List.of("s'il te plaît", "merci, s'il vous plaît", "bon alors", "allez", "vas-y");
        List<String> guessed = new ArrayList<>();
        for (String line : lines(language)) {
            if (line.startsWith("DONE ")) {
                for (String polite : before) {
                    String text = polite + " " + line.substring(5);
                    if (reader.read(text, Optional.empty()) instanceof Heard.Asked(Question question)) {
                        guessed.add(text + " : " + question.subject());
                    }
                }
            }
        }
        assertThat(guessed).isEmpty();
    }

    @Test
    void whatIsToBeDoneIsNeverTakenForAQuestion() {
        assertThat(reader(Language.ENGLISH).read("buy two bitcoin", Optional.empty()))
                .isInstanceOfSatisfying(
                        Heard.Commanded.class,
                        heard -> assertThat(heard.instruction()).isInstanceOf(Instruction.Trade.class));
        assertThat(reader(Language.FRENCH).read("vends la moitié du bitcoin", Optional.empty()))
                .isInstanceOf(Heard.Commanded.class);
    }

    @Test
    void whatWasSpokenOfLastIsMeantByThisOne() {
        Optional<InstrumentId> bitcoin = Optional.of(InstrumentId.of("BTC-USDT"));
        assertThat(reader(Language.FRENCH).read("Pourquoi vendre cet actif maintenant ?", bitcoin))
                .isEqualTo(new Heard.Asked(Question.of(Subject.WHY_NOW, bitcoin)));
        assertThat(reader(Language.ENGLISH).read("Why sell it now?", bitcoin))
                .isEqualTo(new Heard.Asked(Question.of(Subject.WHY_NOW, bitcoin)));
    }

    @Test
    void aYearNamesItsCrisis() {
        assertThat(reader(Language.ENGLISH).read("What would happen in a 2008?", Optional.empty()))
                .isEqualTo(new Heard.Asked(
                        Question.of(Subject.CRISIS, Optional.empty()).in(Optional.of(2008))));
    }

    @Test
    void aTradeIsExplainedByItsSideOrItsNumber() {
        Optional<InstrumentId> bitcoin = Optional.of(InstrumentId.of("BTC-USDT"));
        assertThat(reader(Language.ENGLISH).read("Why did you sell bitcoin?", Optional.empty()))
                .isEqualTo(
                        new Heard.Asked(Question.of(Subject.WHY_TRADED, bitcoin).on(Side.SELL)));
        assertThat(reader(Language.ENGLISH).read("Explain order 12", bitcoin))
                .isEqualTo(new Heard.Asked(
                        Question.of(Subject.EXPLAIN_FILL, Optional.empty()).about(new OrderId(12))));
        assertThat(reader(Language.FRENCH).read("Explique l'ordre douze", Optional.empty()))
                .isEqualTo(new Heard.Asked(
                        Question.of(Subject.EXPLAIN_FILL, Optional.empty()).about(new OrderId(12))));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoQuestionIsNotGuessed(Language language) {
        for (String text : List.of("", "banana", "lorem ipsum dolor", "xyz 42", "la la la")) {
            assertThat(reader(language).read(text, Optional.empty())).as(text).isInstanceOf(Heard.Nothing.class);
        }
    }
}
