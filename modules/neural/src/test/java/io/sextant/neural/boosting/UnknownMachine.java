package io.sextant.neural.boosting;

/** Grows trees in a JVM that a test starts as if it ran on another machine. */
final class UnknownMachine {

    private UnknownMachine() {}

    public static void main(String[] arguments) {
        double[][] columns = {{1, 2, 3, 4}};
        BoostedTrees.fit(columns, new double[] {1, 2, 3, 4}, 0, 4, BoostingSettings.USUAL)
                .close();
    }
}
