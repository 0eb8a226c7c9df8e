package io.sextant.domain.alert;

import io.sextant.domain.alert.LevelTest.Look;
import io.sextant.domain.alert.LevelTest.Step;
import java.util.Arrays;

/** When a level would have fired in the past, by the same steps that a live alert takes. */
public final class PastFirings {

    private PastFirings() {}

    /**
     * @param times of the looks, in order
     * @param low the lowest in each; {@code high} and {@code last} likewise; a look with a NaN in it is passed over
     * @return the times at which it would have fired, each after it was armed again
     */
    public static long[] of(
            LevelTest test,
            AlertPlan.Repetition how,
            long[] times,
            double[] low,
            double[] high,
            double[] last,
            int size) {
        long[] fired = new long[size];
        int count = 0;
        boolean armed = true;
        long pause = how.pause().toNanos();
        for (int i = 0; i < size; i++) {
            Step step = test.step(armed, how.band(), new Look(low[i], high[i], last[i]));
            boolean rests = count > 0 && times[i] - fired[count - 1] < pause;
            if (step == Step.FIRES && !rests) {
                fired[count++] = times[i];
                armed = false;
            } else if (step == Step.REARMS) {
                armed = true;
            }
        }
        return Arrays.copyOf(fired, count);
    }
}
