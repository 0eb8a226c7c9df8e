package io.sextant.engine.core;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import java.util.Map;
import java.util.TreeMap;

/** What people set on the desk: pace, pause, settings; and the counter that numbers their orders. */
final class DeskSwitches {

    private final TreeMap<String, String> settings = new TreeMap<>();
    private double timesRealTime = 1;
    private boolean paused;
    private long nextOrderId = 1;
    private long version;
    private ExposureCap cap = ExposureCap.NONE;
    private LimitShare limitShare = LimitShare.WHOLE;

    long nextOrderId() {
        return nextOrderId;
    }

    void takeOrderId() {
        nextOrderId++;
    }

    double timesRealTime() {
        return timesRealTime;
    }

    boolean isPaused() {
        return paused;
    }

    void pace(double newTimesRealTime, boolean newPaused) {
        timesRealTime = newTimesRealTime;
        paused = newPaused;
        version++;
    }

    void set(String key, String value) {
        settings.put(key, value);
        readRegime();
        version++;
    }

    private void readRegime() {
        cap = ExposureCap.read(settings.getOrDefault(ExposureCap.SETTING, ""));
        limitShare = LimitShare.read(settings.getOrDefault(LimitShare.SETTING, ""));
    }

    /** How large all positions together may be at a market time, in percent of the equity. */
    int exposureCapPercent(long nanos) {
        return cap.percentAt(nanos);
    }

    /** How much of the person's own limits counts at a market time. */
    int limitPercent(long nanos) {
        return limitShare.percentAt(nanos);
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    void touch() {
        version++;
    }

    /** Moves whenever something here changed; not part of the state. */
    long version() {
        return version;
    }

    void save(StateWriter out) {
        out.putLong(nextOrderId);
        out.putDouble(timesRealTime);
        out.putBoolean(paused);
        out.putInt(settings.size());
        settings.forEach((key, value) -> {
            out.putString(key);
            out.putString(value);
        });
    }

    void load(StateReader in) {
        nextOrderId = in.getLong();
        timesRealTime = in.getDouble();
        paused = in.getBoolean();
        settings.clear();
        for (int left = in.getInt(); left > 0; left--) {
            String key = in.getString();
            settings.put(key, in.getString());
        }
        readRegime();
    }
}
