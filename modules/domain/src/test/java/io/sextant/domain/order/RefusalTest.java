package io.sextant.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void everySentenceTakesItsArgumentsAndLeavesNoGap(RefusalCode code) {
        int gaps = (int) IntStream.range(0, 10)
                .filter(i -> code.english().contains("{" + i + "}"))
                .count();
        assertThat(code.argumentCount()).isEqualTo(gaps);
        Object[] arguments =
                IntStream.range(0, gaps).mapToObj(i -> "<argument " + i + ">").toArray();

        String sentence = Refusal.of(code, arguments).sentence();

        for (Object argument : arguments) {
            assertThat(sentence).contains(argument.toString());
        }
        assertThat(sentence).doesNotContain("{").doesNotContain("''");
        if (gaps > 0) {
            assertThatThrownBy(() -> Refusal.of(code)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyCodeHasANumberOfItsOwn() {
        assertThat(Arrays.stream(RefusalCode.values()).mapToInt(RefusalCode::number))
                .doesNotHaveDuplicates();
    }

    @Test
    void anApostropheOrABraceInAnArgumentStaysWhatItIs() {
        assertThat(Refusal.of(RefusalCode.KILL_SWITCH, "it's {0} o'clock").sentence())
                .isEqualTo("The kill switch is on: it's {0} o'clock");
        assertThat(Refusal.of(RefusalCode.CHANGE_PENDING, "#7").sentence())
                .isEqualTo("Order #7 is waiting for the venue's answer to an earlier change.");
    }

    @Test
    void numbersAreNotGroupedAsAPersonWouldWriteThem() {
        assertThat(Refusal.of(RefusalCode.TOO_MANY_ORDERS, 10_000).sentence()).startsWith("10000 orders");
    }
}
