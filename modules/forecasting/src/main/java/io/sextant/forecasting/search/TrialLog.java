package io.sextant.forecasting.search;

import java.util.ArrayList;
import java.util.List;

/** Where trials are kept, so that a search can go on after it was cut short. */
public interface TrialLog {

    /** The trials so far, in their order. */
    List<Trial> read();

    /** Keeps a trial before the next one begins. */
    void add(Trial trial);

    /** Forgets with the process. */
    static TrialLog inMemory() {
        List<Trial> trials = new ArrayList<>();
        return new TrialLog() {
            @Override
            public List<Trial> read() {
                return List.copyOf(trials);
            }

            @Override
            public void add(Trial trial) {
                trials.add(trial);
            }
        };
    }
}
