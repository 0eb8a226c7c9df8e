package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

class NumberTextProperties {

    @Property(tries = 5_000)
    void readsDecimalsBitForBitAsJavaDoes(
            @ForAll @BigRange(min = "-99999999999999999999", max = "99999999999999999999") BigInteger digits,
            @ForAll @IntRange(max = 24) int scale) {
        String text = new BigDecimal(digits, scale).toPlainString();

        assertThat(parse(text, false)).isEqualTo(Double.parseDouble(text));
        assertThat(parse(text.replace('.', ','), true)).isEqualTo(Double.parseDouble(text));
    }

    @Property(tries = 5_000)
    void readsEveryDoubleThatJavaPrints(@ForAll double value) {
        assertThat(parse(Double.toString(value), false)).isEqualTo(value);
    }

    @Example
    void readsWhatPeopleWrite() {
        assertThat(parse("1,234,567.5", false)).isEqualTo(1_234_567.5);
        assertThat(parse("1.234.567,5", true)).isEqualTo(1_234_567.5);
        assertThat(parse("12.5K", false)).isEqualTo(12_500);
        assertThat(parse("1.2B", false)).isEqualTo(1.2e9);
        assertThat(parse("+3", false)).isEqualTo(3);
        assertThat(parse("$9.75", false)).isEqualTo(9.75);
        assertThat(parse("-.5", false)).isEqualTo(-0.5);
        assertThat(parse("5.", false)).isEqualTo(5);
    }

    @Example
    void whatIsNoNumberIsNotANumber() {
        for (String text : new String[] {
            "",
            "-",
            ".",
            "NaN",
            "Infinity",
            "null",
            "1d",
            "0x10",
            "1.2.3",
            "12,34.5",
            "1 2",
            "abc",
            "M",
            "--1",
            "1e",
            "N/A"
        }) {
            assertThat(parse(text, false)).as(text).isNaN();
        }
    }

    private static double parse(String text, boolean decimalComma) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return new NumberText(decimalComma).parse(bytes, 1, bytes.length - 1);
    }
}
