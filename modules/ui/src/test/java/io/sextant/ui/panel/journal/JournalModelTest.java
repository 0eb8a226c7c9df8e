package io.sextant.ui.panel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.OrderState;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.TestDesk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class JournalModelTest {

    private final Texts texts = new Texts(Language.ENGLISH, TestDesk.ZONE);
    private final JournalSentences sentences = new JournalSentences(FakeInstruments.CATALOG, texts);
    private final JournalModel model = new JournalModel(sentences::of);

    @ParameterizedTest
    @LanguageInTurn
    void tellsEveryKindOfEventInItsOwnSentence(Language language) {
        texts.languageProperty().set(language);
        Set<String> told = new HashSet<>();
        Set<Class<?>> kinds = new HashSet<>();
        for (Event event : SampleEvents.oneOfEach()) {
            String sentence = sentences.of(event);
            assertThat(sentence)
                    .as(event.toString())
                    .isNotBlank()
                    .doesNotContain("{")
                    .matches("(?s).*[.)A-Z:].*");
            assertThat(told.add(sentence)).as("told twice: %s", sentence).isTrue();
            kinds.add(event.getClass());
        }
        assertThat(kinds).containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void tellsOfForecastsInTheReadersWordsAndNumbers() {
        texts.languageProperty().set(Language.FRENCH);
        assertThat(sentences.of(SampleEvents.forecast(ForecastChange.Kind.DRIFTED, "errors")))
                .endsWith("(ses erreurs ont augmenté).");
        assertThat(sentences.of(SampleEvents.forecast(ForecastChange.Kind.PROMOTED, "0.9871")))
                .contains("0,9871");
    }

    @Test
    void saysTheSameInBothLanguages() {
        assertThat(sentences.of(SampleEvents.filled()))
                .isEqualTo("Order #5 bought 0.25 BTC-USDT at 64,000.5 for 16,000.13\u00a0USDT, fee 8.00\u00a0USDT.");
        assertThat(sentences.of(SampleEvents.refused()))
                .isEqualTo("Refused to buy 0.25 BTC-USDT at 64,000.5 or lower:"
                        + " Nobody is on the other side of BTC-USDT now.");
        texts.languageProperty().set(Language.FRENCH);
        assertThat(sentences.of(SampleEvents.filled()))
                .isEqualTo("L’ordre #5 a acheté 0,25 BTC-USDT à 64\u202f000,5 pour 16\u202f000,13\u00a0USDT,"
                        + " frais 8,00\u00a0USDT.");
        assertThat(sentences.of(SampleEvents.changed(
                        OrderState.ACCEPTED, OrderState.REJECTED, "rejected by the venue: PRICE_COLLAR")))
                .isEqualTo("L’ordre #5 sur BTC-USDT est passé de «\u00a0en carnet\u00a0» à «\u00a0rejeté\u00a0»"
                        + "\u00a0: Rejeté par la place\u00a0: écart au marché.");
    }

    @Test
    void tellsAHeadlineByItsTemplateAndAForeignOneAsItCame() {
        texts.languageProperty().set(Language.FRENCH);
        assertThat(sentences.of(SampleEvents.headline("test.order")))
                .startsWith("Halo Optics décroche une commande de 240 millions");
        assertThat(sentences.of(SampleEvents.headline("unknown.1")))
                .startsWith("Halo Optics wins an order worth 240 million dollars (Plover Wire)");
    }

    @Test
    void namesTheDamageFoundAtTheStart() {
        assertThat(sentences.of(SampleEvents.started("torn record")))
                .contains("17")
                .contains("torn record");
        assertThat(Severity.of(SampleEvents.started("torn record"))).isEqualTo(Severity.ALARM);
        assertThat(Severity.of(SampleEvents.started(""))).isEqualTo(Severity.INFO);
        assertThat(Severity.of(SampleEvents.feed(FeedStatus.DISCONNECTED))).isEqualTo(Severity.ALARM);
    }

    @Test
    void listsNewestFirstAndNothingTwice() {
        model.loaded(List.of(kill(3), kill(2), kill(1)));
        model.happened(kill(3));
        model.happened(kill(4));
        assertThat(model.shown()).extracting(Event::position).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void leavesTheBackgroundOutUntilItIsWanted() {
        model.loaded(List.of(kill(1), mark(2), new SettingChanged(3, 0, "ui.layout", "x")));
        assertThat(model.shown()).extracting(Event::position).containsExactly(1L);
        model.kinds().add(EntryKind.BACKGROUND);
        assertThat(model.shown()).extracting(Event::position).containsExactly(3L, 2L, 1L);
        model.kinds().remove(EntryKind.RISK);
        assertThat(model.shown()).extracting(Event::position).containsExactly(3L, 2L);
    }

    @Test
    void marksOfTheAccountDoNotPushTheRestOut() {
        model.happened(kill(1));
        for (int i = 2; i < 3 * JournalModel.MAX_ENTRIES; i++) {
            model.happened(mark(i));
        }
        assertThat(model.shown()).extracting(Event::position).containsExactly(1L);
        model.kinds().add(EntryKind.BACKGROUND);
        assertThat(model.shown()).hasSize(1 + JournalModel.MAX_BACKGROUND);
    }

    @Test
    void filtersByWhatTheSentenceSays() {
        model.loaded(SampleEvents.oneOfEach());
        model.filter().set("bought");
        assertThat(model.shown()).containsExactly(SampleEvents.filled());
        texts.languageProperty().set(Language.FRENCH);
        model.showAll();
        assertThat(model.shown()).isEmpty();
        model.filter().set("a acheté");
        assertThat(model.shown()).containsExactly(SampleEvents.filled());
    }

    @Test
    void countsWhatComesDuringAPause() {
        model.paused().set(true);
        model.happened(kill(1));
        model.happened(mark(2));
        model.happened(kill(3));
        assertThat(model.shown()).isEmpty();
        assertThat(model.waiting().get()).isEqualTo(2);
        model.paused().set(false);
        assertThat(model.shown()).hasSize(2);
        assertThat(model.waiting().get()).isZero();
    }

    private static KillSwitchChanged kill(long position) {
        return new KillSwitchChanged(position, position, true, "test");
    }

    private static AccountMarked mark(long position) {
        Money zero = Money.zero(Currency.USDT);
        return new AccountMarked(position, position, zero, zero, zero, zero, zero);
    }
}
