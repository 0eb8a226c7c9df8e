package io.sextant.remote.server;

import io.sextant.domain.event.Event;
import io.sextant.domain.request.MarketState;
import java.util.Arrays;

/** Counts what one client heard: whether each fact was the next one, how long it took to come, and the newest state. */
final class CrowdEar {

    private static final int STEP_MICROS = 100;
    private static final int STEPS = 60_000;

    private final int instrument;
    private final int[] delays = new int[STEPS];
    private long newest;
    private long facts;
    private long gaps;
    private long doubled;
    private long states;
    private long newestState;
    private long longestMicros;

    CrowdEar(int instrument) {
        this.instrument = instrument;
    }

    void fact(Event event) {
        fact(event.position(), event.timeNanos());
    }

    synchronized void fact(long position, long timeNanos) {
        if (position <= newest) {
            doubled++;
        } else {
            gaps += position - newest - 1;
            newest = position;
            facts++;
        }
        long micros = Math.max(0, (CrowdEngine.nowNanos() - timeNanos) / 1_000);
        longestMicros = Math.max(longestMicros, micros);
        delays[(int) Math.min(STEPS - 1, micros / STEP_MICROS)]++;
    }

    void state(MarketState state) {
        state(state.dayVolume().units());
    }

    synchronized void state(long position) {
        states++;
        newestState = position;
    }

    /** The first ones came while programs were still being compiled; they are counted, not timed. */
    synchronized void forgetTimes() {
        Arrays.fill(delays, 0);
        longestMicros = 0;
    }

    synchronized boolean hasAll(long last) {
        return newest >= last && hasLastState(last);
    }

    synchronized boolean hasLastState(long last) {
        return newestState == last - Math.floorMod(last - instrument, CrowdEngine.INSTRUMENTS);
    }

    synchronized long newest() {
        return newest;
    }

    synchronized long facts() {
        return facts;
    }

    synchronized long gaps() {
        return gaps;
    }

    synchronized long doubled() {
        return doubled;
    }

    synchronized long states() {
        return states;
    }

    synchronized void add(CrowdEar other) {
        synchronized (other) {
            facts += other.facts;
            states += other.states;
            longestMicros = Math.max(longestMicros, other.longestMicros);
            for (int i = 0; i < STEPS; i++) {
                delays[i] += other.delays[i];
            }
        }
    }

    /** Rounded up to the next step. */
    synchronized long quantileMicros(double share) {
        if (share >= 1) {
            return longestMicros;
        }
        long all = 0;
        for (int one : delays) {
            all += one;
        }
        long before = 0;
        for (int i = 0; i < STEPS; i++) {
            before += delays[i];
            if (before >= all * share) {
                return (i + 1L) * STEP_MICROS;
            }
        }
        return longestMicros;
    }
}
