package io.sextant.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.io.DataInput;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Learns until it is told to stop. */
final class EndlessModel implements Forecaster {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public String name() {
        return "endless";
    }

    @Override
    public int observationsNeeded() {
        return 1;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        begun.countDown();
        try {
            while (true) {
                training.checkCancelled();
                Thread.onSpinWait();
            }
        } finally {
            ended.countDown();
        }
    }

    @Override
    public FittedForecaster load(DataInput in) {
        throw new UnsupportedOperationException();
    }

    void awaitBegun() throws InterruptedException {
        assertThat(begun.await(120, TimeUnit.SECONDS)).isTrue();
    }

    void awaitEnded() throws InterruptedException {
        assertThat(ended.await(120, TimeUnit.SECONDS)).isTrue();
    }
}
