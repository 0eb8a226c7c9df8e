package io.sextant.analytics.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The steps of a stream, some hundred bars at a time: each number takes its steps of all of them before the next one begins, so that its
 * own memory stays near and the processor can guess what is called next. The steps are the same, in an order that no number can tell
 * from bar by bar, and so are the bits.
 */
final class FeatureBlocks {

    /** Bars at a time; the numbers of all nodes in so many bars still fit into a cache. */
    static final int SIZE = 256;

    /** A node and what is read off it while it stands at a bar. */
    private record Unit(Node[] sources, double[][] in, Node[] members, double[][] out) {

        void run(int bars) {
            if (members.length == 1) {
                members[0].stepAll(bars, in, out[0]);
                return;
            }
            for (int i = 0; i < bars; i++) {
                for (int s = 0; s < sources.length; s++) {
                    sources[s].value = in[s][i];
                }
                for (int m = 0; m < members.length; m++) {
                    members[m].step();
                    out[m][i] = members[m].value;
                }
            }
        }
    }

    private final Node[] atOnce;
    private final double[][] atOnceOut;
    private final Unit[] units;
    private final double[][] told;
    private int filled;

    /** @param steps in their order, everything that is needed among them */
    FeatureBlocks(List<Node> steps, Node[] told) {
        IdentityHashMap<Node, double[]> blocks = new IdentityHashMap<>();
        steps.forEach(step -> blocks.put(step, new double[SIZE]));
        IdentityHashMap<Node, Boolean> byBar = readWithTheBar(steps);
        atOnce = steps.stream().filter(byBar::containsKey).toArray(Node[]::new);
        atOnceOut = blocks(atOnce, blocks);
        List<Unit> made = new ArrayList<>();
        for (Node step : steps) {
            if (!byBar.containsKey(step) && !step.isReadOff()) {
                Node[] members = members(step, steps);
                Node[] sources = step.sources().toArray(Node[]::new);
                made.add(new Unit(sources, blocks(sources, blocks), members, blocks(members, blocks)));
            }
        }
        units = made.toArray(Unit[]::new);
        this.told = blocks(told, blocks);
    }

    /** Those that look at the bar that has come, what they are made of, and what is read off them. */
    private static IdentityHashMap<Node, Boolean> readWithTheBar(List<Node> steps) {
        IdentityHashMap<Node, Boolean> byBar = new IdentityHashMap<>();
        for (Node step : steps) {
            if (step.looksAtTheBar()) {
                addWithSources(step, byBar);
            }
        }
        for (Node step : steps) {
            if (step.isReadOff() && byBar.containsKey(step.sources().getFirst())) {
                byBar.put(step, true);
            }
        }
        return byBar;
    }

    private static void addWithSources(Node node, IdentityHashMap<Node, Boolean> all) {
        if (all.put(node, true) == null) {
            node.sources().forEach(source -> addWithSources(source, all));
        }
    }

    private static Node[] members(Node lead, List<Node> steps) {
        List<Node> members = new ArrayList<>();
        members.add(lead);
        steps.stream()
                .filter(step -> step.isReadOff() && step.sources().getFirst() == lead)
                .forEach(members::add);
        return members.toArray(Node[]::new);
    }

    private static double[][] blocks(Node[] nodes, IdentityHashMap<Node, double[]> blocks) {
        double[][] found = new double[nodes.length][];
        Arrays.setAll(found, i -> blocks.getOrDefault(nodes[i], new double[0]));
        return found;
    }

    /** Takes the bar that stands in the input; whether the block is full. */
    boolean takeBar() {
        for (int i = 0; i < atOnce.length; i++) {
            atOnce[i].step();
            atOnceOut[i][filled] = atOnce[i].value;
        }
        filled++;
        return filled == SIZE;
    }

    /** Makes the numbers of the bars that were taken since, and says how many bars those are. */
    int run() {
        int bars = filled;
        for (Unit unit : units) {
            unit.run(bars);
        }
        filled = 0;
        return bars;
    }

    /** What a feature was in the bars that {@link #run} made, without a number where it has none. */
    void copy(int feature, int bars, double[] into, int from) {
        double[] block = told[feature];
        for (int i = 0; i < bars; i++) {
            double value = block[i];
            into[from + i] = Double.isInfinite(value) ? Double.NaN : value;
        }
    }
}
