package io.sextant.strategy.kind;

import java.util.List;

/**
 * What a run must be given.
 *
 * @param fewestInstruments it cannot begin with fewer
 * @param mostInstruments nor with more
 * @param warmUpBars of each instrument that have ended when the first wish can be trusted, the newest among them; a run is silent before
 * @param pastBars how far back it looks at closes
 * @param features of the catalogue, by name
 */
public record Needs(
        int fewestInstruments,
        int mostInstruments,
        int warmUpBars,
        int pastBars,
        List<String> features,
        boolean forecast,
        boolean regime,
        boolean book) {

    public Needs {
        features = List.copyOf(features);
    }

    /** Bars of one instrument and nothing else. */
    public static Needs bars(int warmUpBars) {
        return new Needs(1, 1, warmUpBars, 1, List.of(), false, false, false);
    }
}
