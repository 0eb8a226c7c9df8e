package io.sextant.ui.chart;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The one thread on which all charts have their long work done, one after the other. */
final class ChartWorker {

    static final Executor SHARED = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sextant-charts").factory());

    private ChartWorker() {}
}
