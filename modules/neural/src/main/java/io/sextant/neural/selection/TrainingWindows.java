package io.sextant.neural.selection;

import java.util.ArrayList;
import java.util.List;

/**
 * Windows in time order: rows 0 to {@code trainEnd} to learn from, then rows {@code validationStart} to {@code validationEnd} to be tried on, ends
 * exclusive. Between them lie the rows whose target reaches into the validation (purging; Lopez de Prado 2018, 7.4.1).
 */
public record TrainingWindows(List<Window> windows) {

    /** One of them. */
    public record Window(int trainEnd, int validationStart, int validationEnd) {}

    /**
     * As many validation parts of equal length behind a first training part of the same length, each window reaching back to the first row.
     *
     * @param reach how many rows after its own a target looks
     * @throws IllegalArgumentException with a sentence, when the rows do not suffice
     */
    public static TrainingWindows expanding(int rows, int folds, int reach, int trainRowsMin) {
        if (folds < 1) {
            throw new IllegalArgumentException("there is at least 1 fold, not " + folds);
        }
        int length = rows / (folds + 1);
        if (length - reach < trainRowsMin) {
            throw new IllegalArgumentException(rows + " rows in " + folds + " folds leave "
                    + Math.max(0, length - reach) + " to learn from in the first, less than " + trainRowsMin);
        }
        List<Window> windows = new ArrayList<>();
        int first = rows - folds * length;
        for (int fold = 0; fold < folds; fold++) {
            int start = first + fold * length;
            windows.add(new Window(start - reach, start, start + length));
        }
        return new TrainingWindows(List.copyOf(windows));
    }
}
