package io.sextant.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.forecasting.regime.RegimeLearning;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PastRegimesTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int REFIT = 100;
    private static final int STRETCH = 80;

    private static final Progress UNWATCHED = new Progress() {
        @Override
        public void done(double share) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {}
    };

    /** Stretches of calm and of wild bars in turn. */
    private static double[] closes(int size) {
        SeededRandom random = new SeededRandom(4);
        double[] closes = new double[size];
        double log = Math.log(100);
        for (int i = 0; i < size; i++) {
            log += (i / STRETCH % 2 == 0 ? 0.001 : 0.01) * random.nextGaussian();
            closes[i] = Math.exp(log);
        }
        return closes;
    }

    private static PastRegimes told(double[] closes) {
        long[] ends = new long[closes.length];
        Arrays.setAll(ends, i -> (i + 1) * DAY_NANOS);
        return PastRegimes.of(InstrumentId.of("TESTED"), ends, closes, REFIT, UNWATCHED);
    }

    @Test
    void wildStretchesAreToldAsDangerWithinThemAndCalmOnesAreNot() {
        int size = RegimeLearning.BARS_MIN + 4 * STRETCH;
        PastRegimes told = told(closes(size));
        assertThat(told.at(RegimeLearning.BARS_MIN * DAY_NANOS)).isNull();
        int right = 0;
        int asked = 0;
        for (int bar = RegimeLearning.BARS_MIN; bar < size; bar++) {
            // The first half of a stretch is the time that the regime takes to be seen.
            if (bar % STRETCH >= STRETCH / 2) {
                RegimeName name = told.at((bar + 1) * DAY_NANOS);
                assertThat(name).isNotNull();
                right += name.isDanger() == (bar / STRETCH % 2 == 1) ? 1 : 0;
                asked++;
            }
        }
        assertThat(right).isGreaterThan(asked * 9 / 10);
        assertThat(told.learnings()).isEqualTo(4);
    }

    /** Smoothed chances, or states learned from bars to come, would differ here. */
    @Test
    void aFutureThatIsCutOffOrAnotherOneChangesNothingThatWasTold() {
        double[] closes = closes(RegimeLearning.BARS_MIN + 160);
        PastRegimes whole = told(closes);
        int cut = RegimeLearning.BARS_MIN + 90;
        double[] other = closes.clone();
        for (int i = cut; i < other.length; i++) {
            other[i] = closes[cut - 1] * Math.exp(0.05 * (i % 3 - 1));
        }
        PastRegimes cutOff = told(Arrays.copyOf(closes, cut));
        PastRegimes otherwise = told(other);
        for (int bar = 0; bar < cut; bar++) {
            long end = (bar + 1) * DAY_NANOS;
            assertThat(cutOff.at(end)).as("bar " + bar).isEqualTo(whole.at(end));
            assertThat(otherwise.at(end)).as("bar " + bar).isEqualTo(whole.at(end));
        }
    }
}
