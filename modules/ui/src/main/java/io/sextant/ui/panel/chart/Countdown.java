package io.sextant.ui.panel.chart;

import io.sextant.domain.market.Timeframe;

/** How long the newest bar still forms. */
final class Countdown {

    private Countdown() {}

    /** Nothing for the shortest bars, which are over before one has read it, and for the longest. */
    static String of(Timeframe timeframe, long marketNanos) {
        if (timeframe.compareTo(Timeframe.M1) < 0 || timeframe.compareTo(Timeframe.D1) > 0) {
            return "";
        }
        long seconds = (timeframe.nextStart(timeframe.startOf(marketNanos)) - marketNanos) / 1_000_000_000L;
        long hours = seconds / 3_600;
        String minutes = twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
        return hours > 0 ? hours + ":" + minutes : minutes;
    }

    private static String twoDigits(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }
}
