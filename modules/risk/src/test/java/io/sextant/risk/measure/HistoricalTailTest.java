package io.sextant.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.risk.TailRisk;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistoricalTailTest {

    /** quantile(1:20, 0.05) is 1.95 in R, and one of twenty is below it. */
    @Test
    void interpolatesTheQuantileAsRDoes() {
        double[] outcomes = new double[20];
        Arrays.setAll(outcomes, i -> i + 1);
        TailRisk risk = HistoricalTail.of(outcomes, 0.95);
        assertThat(risk.valueAtRisk()).isEqualTo(-1.95, within(1e-12));
        assertThat(risk.expectedShortfall()).isEqualTo(-1, within(1e-12));
    }

    @Test
    void nothingHeldLosesNothing() {
        TailRisk risk = HistoricalTail.of(new double[100], 0.95);
        assertThat(risk).isEqualTo(TailRisk.NONE);
    }

    @Test
    void refusesToSpeakOfNoOutcomes() {
        assertThatIllegalArgumentException().isThrownBy(() -> HistoricalTail.of(new double[0], 0.95));
    }

    @Property
    void theShortfallIsTheMeanOfWhatIsAtOrBelowTheQuantileAndNeverBetterThanIt(
            @ForAll @Size(min = 2, max = 60) double[] raw,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        double[] outcomes =
                Arrays.stream(raw).map(x -> Math.IEEEremainder(x, 1_000)).toArray();
        TailRisk risk = HistoricalTail.of(outcomes, confidence);
        double tail = Arrays.stream(outcomes)
                .filter(outcome -> outcome <= -risk.valueAtRisk())
                .average()
                .orElseThrow();
        assertThat(risk.expectedShortfall()).isEqualTo(-tail, within(1e-9));
        assertThat(risk.expectedShortfall()).isGreaterThanOrEqualTo(risk.valueAtRisk() - 1e-9);
    }
}
