package io.sextant.engine.forecast;

import java.util.Optional;

/**
 * One forecast whose bar is over.
 *
 * @param error by how much the value lay above its middle, on the scale that models work on
 * @param naiveError by how much it lay above the last price when the forecast was made
 * @param inside whether it lay within the interval of eight in ten
 */
record DueForecast(String model, int step, double error, double naiveError, boolean inside) {

    private static final int PARTS = 5;

    String text() {
        return step + " " + error + " " + naiveError + " " + (inside ? "in" : "out") + " " + model;
    }

    static Optional<DueForecast> read(String text) {
        String[] parts = text.split(" ", PARTS);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DueForecast(
                    parts[4],
                    Integer.parseInt(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    parts[3].equals("in")));
        } catch (NumberFormatException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
