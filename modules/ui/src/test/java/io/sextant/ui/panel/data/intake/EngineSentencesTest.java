package io.sextant.ui.panel.data.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSentencesTest {

    private final EngineSentences english = new EngineSentences(new Texts(Language.ENGLISH, ZoneId.of("UTC")));
    private final EngineSentences french = new EngineSentences(new Texts(Language.FRENCH, ZoneId.of("UTC")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bars of 7m were made into bars of 15m.",
                "There is no column of volumes; they count as zero.",
                "BTC-USDT belongs to this desk's own market and was left alone; import it under another name with"
                        + " --symbol.",
                "a b.csv was not understood: it holds no rows.",
                "a.csv was not understood: it holds a heading and no rows.",
                "a.csv was not understood: no separator of cells was found.",
                "a.csv was not understood: it is no text in UTF-8 or ASCII.",
                "a.csv was not understood: its times do not tell how long a bar is; say it with --timeframe.",
                "a.csv was not understood: it has no columns of prices.",
                "a.csv was not understood: it has no column of times.",
                "a.json was not understood: it is no whole JSON, from byte 512 on.",
                "a.zip is damaged: invalid block type.",
                "There is no file /prices/a.csv.",
                "The file /prices/a.csv cannot be read: Permission denied.",
                "The folder /prices cannot be read: Permission denied.",
                "The archive a.zip holds more than 100000 files.",
                "The archive a.zip holds no file."
            })
    void saysWhatTheHouseWroteInTheReadersLanguage(String sentence) {
        assertThat(french.say(sentence)).isNotEqualTo(english.say(sentence)).doesNotContain("--", "{");
        assertThat(english.say(sentence)).doesNotContain("--", "{");
    }

    @Test
    void keepsTheParticularsAndWhatTheSystemSaid() {
        assertThat(french.say("The file /prices/a.csv cannot be read: Permission denied."))
                .isEqualTo("/prices/a.csv est illisible\u00a0: Permission denied.");
        assertThat(french.say("Bars of 7m were made into bars of 15m.")).contains("7m", "15m");
    }

    @Test
    void leavesAloneWhatItDoesNotKnow() {
        assertThat(french.say("Something new happened.")).isEqualTo("Something new happened.");
        assertThat(french.layout("a layout of tomorrow")).isEqualTo("a layout of tomorrow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "candles separated by \",\", times as year-month-day"
                        + " | Chandeliers séparés par “,”, heures en année-mois-jour",
                "trades separated by tab, decimal comma, times as milliseconds since 1970, newest row first"
                        + " | Échanges séparés par une tabulation, virgule décimale, heures en millisecondes depuis 1970,"
                        + " la ligne la plus récente d’abord",
                "candles of bid and ask separated by \";\", times as yearmonthday, at the end of a bar, symbol in column 12"
                        + " | Chandeliers d’achat et de vente séparés par “;”, heures en annéemoisjour, à la fin d’une"
                        + " barre, symbole en colonne 12"
            })
    void describesALayout(String layout, String expected) {
        assertThat(french.layout(layout)).isEqualTo(expected);
        assertThat(english.layout(layout))
                .isEqualToIgnoringCase(layout.replace("\";\"", "“;”").replace("\",\"", "“,”"));
    }
}
