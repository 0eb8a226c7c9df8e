package io.sextant.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorSpecTest {

    @ParameterizedTest
    @MethodSource("io.sextant.analytics.indicator.IndicatorCatalog#all")
    void isReadBackAsWritten(IndicatorKind kind) {
        IndicatorSpec spec = IndicatorSpec.usual(kind);

        assertThat(IndicatorSpec.parse(spec.toString())).isEqualTo(spec);
    }

    @Test
    void takesTheUsualNumbersForThoseLeftOut() {
        assertThat(IndicatorSpec.parse("macd:8")).hasToString("macd:8:26:9");
        assertThat(IndicatorSpec.parse("bbands:20:2.5")).hasToString("bbands:20:2.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rsi:0|rsi takes a length from 1 to 100000 in whole numbers, not 0",
                "rsi:2.5|rsi takes a length from 1 to 100000 in whole numbers, not 2.5",
                "rsi:14:3|rsi takes 1 numbers, not 2",
                "rsi:x|'x' in 'rsi:x' is not a number",
                "moon:3|there is no indicator called 'moon'"
            })
    void refusesWhatItCannotBe(String text, String sentence) {
        assertThatThrownBy(() -> IndicatorSpec.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
