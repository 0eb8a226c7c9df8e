package io.sextant.strategy.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import io.sextant.strategy.kind.Reason.Figure;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    private static void isWrittenAsTheFormatterDoes(double value) {
        StringBuilder text = new StringBuilder();
        SixDigits.append(value, text);
        assertThat(text.toString()).isEqualTo(String.format(Locale.ROOT, "%.6g", value));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                10,
                100_000,
                999_999,
                999_998.5,
                999_999.5,
                1e6,
                123_456.5,
                0.001,
                0.00099999995,
                9.9999995,
                0.99999949,
                0.9999995,
                99.99995,
                1e-5,
                1e300,
                Double.MIN_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                0.1,
                1.5,
                64_005.3,
                0.0123456789,
                -3.25,
                2.0000005,
                2.00000449,
                0.010000005
            })
    void figuresAtTheEdgesHaveSixDigits(double value) {
        isWrittenAsTheFormatterDoes(value);
        isWrittenAsTheFormatterDoes(-value);
    }

    @Test
    void figuresOfAnySizeHaveSixDigits() {
        SeededRandom random = new SeededRandom(8);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 5);
            isWrittenAsTheFormatterDoes(value);
            // Halves, where it is decided which way to round.
            isWrittenAsTheFormatterDoes(Math.rint(value * 1e4) / 1e4 + 5e-5);
        }
    }

    @Test
    void theTextIsTheCodeAndThenEachFigureByItsName() {
        assertThat(Reason.of("last-bar").text()).isEqualTo("last-bar");
        assertThat(Reason.of("crossed-up", new Figure("fast-mean", 101.25), new Figure("slow-mean", -3))
                        .text())
                .isEqualTo("crossed-up fast-mean=101.250 slow-mean=-3.00000");
    }
}
