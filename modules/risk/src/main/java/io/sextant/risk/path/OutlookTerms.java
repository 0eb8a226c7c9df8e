package io.sextant.risk.path;

import java.util.Arrays;

/**
 * Which futures are drawn, and what is asked of them.
 *
 * @param ruin the value that is called ruin
 */
public record OutlookTerms(int periods, int paths, double ruin, long seed) {

    private static final int READINGS = 24;
    /** Numbers of the fan that are kept at once: 400 MB. With more paths the fan is read from the first of them. */
    private static final long FAN_NUMBERS = 50_000_000;

    public OutlookTerms {
        if (periods < 1 || periods > Outlook.PERIODS_MAX || paths < 100 || paths > Outlook.PATHS_MAX) {
            throw new IllegalArgumentException("an outlook is over 1 to " + Outlook.PERIODS_MAX + " periods and 100 to "
                    + Outlook.PATHS_MAX + " paths");
        }
    }

    /** How many blocks of paths there are; each may be drawn anywhere. */
    public int blocks() {
        return PathBlocks.count(paths);
    }

    /** How many paths stand in the blocks before this one. */
    public int pathsBefore(int block) {
        return (int) Math.min(paths, (long) block * PathBlocks.BLOCK);
    }

    /** After how many periods the fan is read, the last of all among them. */
    public int[] readings() {
        int count = Math.min(periods, READINGS);
        int[] read = new int[count];
        Arrays.setAll(read, i -> (int) Math.round((double) (i + 1) * periods / count));
        return read;
    }

    /** Of how many paths, the first ones, the fan is made before its last reading. */
    int inFan() {
        return (int) Math.min(paths, FAN_NUMBERS / readings().length);
    }
}
