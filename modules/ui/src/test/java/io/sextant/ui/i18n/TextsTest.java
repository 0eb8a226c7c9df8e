package io.sextant.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.time.ZoneId;
import java.util.Locale;
import java.util.MissingResourceException;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneId.of("UTC"));

    @Test
    void boundSentenceFollowsTheLanguage() {
        StringBinding title = texts.bind("shell.shortcuts.title");
        assertThat(title.get()).isEqualTo("Keyboard shortcuts");

        texts.languageProperty().set(Language.FRENCH);

        assertThat(title.get()).isEqualTo("Raccourcis clavier");
    }

    @Test
    void boundSentenceFollowsItsArguments() {
        SimpleStringProperty panel = new SimpleStringProperty("Chart");
        StringBinding show = texts.bind("shell.action.panel.show", panel);
        assertThat(show.get()).isEqualTo("Show Chart");

        panel.set("Ladder");

        assertThat(show.get()).isEqualTo("Show Ladder");
    }

    @Test
    void boundFigureFollowsValueAndLanguage() {
        SimpleObjectProperty<Double> value = new SimpleObjectProperty<>(1234.5);
        StringBinding figure = texts.bindFigure(value, (figures, number) -> figures.number(number, 2));
        assertThat(figure.get()).isEqualTo("1,234.50");

        texts.languageProperty().set(Language.FRENCH);
        value.set(-9876.5);

        assertThat(figure.get()).isEqualTo("−9\u202f876,50");
    }

    @Test
    void anEnglishReaderOnAFrenchMachineReadsEnglish() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.FRANCE);
        try {
            Texts fresh = new Texts(Language.ENGLISH, ZoneId.of("UTC"));
            assertThat(fresh.get("shell.shortcuts.title")).isEqualTo("Keyboard shortcuts");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesAKeyThatDoesNotExist() {
        assertThatThrownBy(() -> texts.get("shell.nothing.of.the.kind")).isInstanceOf(MissingResourceException.class);
        assertThatThrownBy(() -> texts.get("nobundle")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void englishRefusalIsTheDomainsOwnSentence(RefusalCode code) {
        Refusal refusal = Refusal.of(code, "one", "two", "three", "four");
        assertThat(texts.refusal(refusal)).isEqualTo(refusal.sentence());
    }

    @Test
    void refusalSaysItsAmountsAsTheReaderWritesThem() {
        Refusal refusal = Refusal.of(
                RefusalCode.NOTIONAL_LIMIT,
                Money.parse("1234567.5", Currency.USDT),
                Money.parse("500000", Currency.USDT));
        assertThat(texts.refusal(refusal))
                .isEqualTo("The value 1,234,567.50\u00a0USDT is above the limit of 500,000.00\u00a0USDT an order.");

        texts.languageProperty().set(Language.FRENCH);

        assertThat(texts.refusal(refusal))
                .isEqualTo("La valeur 1\u202f234\u202f567,50\u00a0USDT dépasse la limite de"
                        + " 500\u202f000,00\u00a0USDT par ordre.");
    }

    @Test
    void refusalNamesAnOrderStateInTheReadersLanguage() {
        texts.languageProperty().set(Language.FRENCH);
        Refusal refusal = Refusal.of(RefusalCode.ORDER_ALREADY_DONE, new OrderId(7), OrderState.FILLED);
        assertThat(texts.refusal(refusal)).isEqualTo("L’ordre #7 est déjà exécuté.");
    }
}
