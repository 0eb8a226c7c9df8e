package io.sextant.risk.path;

import io.sextant.domain.time.SeededRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** What became of paths. Each has its own place, so it does not matter who follows which, when and where. */
public final class FollowedPaths {

    private final OutlookTerms terms;
    private final int first;
    private final int[] read;
    /** Of each reading but the last, and of each path that the fan is made of. */
    private final double[][] values;

    private final double[] last;
    private final double[] deepest;
    private final AtomicInteger ruins = new AtomicInteger();

    private FollowedPaths(OutlookTerms terms, int inFan, int first, int count) {
        this.terms = terms;
        this.first = first;
        read = terms.readings();
        values = new double[read.length - 1][Math.clamp((long) inFan - first, 0, count)];
        last = new double[count];
        deepest = new double[count];
    }

    /** Room for all of them. */
    public static FollowedPaths all(OutlookTerms terms) {
        return all(terms, terms.inFan());
    }

    static FollowedPaths all(OutlookTerms terms, int inFan) {
        return new FollowedPaths(terms, inFan, 0, terms.paths());
    }

    /** What became of the paths of one block: how many were ruined, and then columns. */
    public static double[] ofBlock(PathModel model, OutlookTerms terms, int block) {
        return ofBlock(model, terms, terms.inFan(), block);
    }

    static double[] ofBlock(PathModel model, OutlookTerms terms, int inFan, int block) {
        int from = block * PathBlocks.BLOCK;
        int to = PathBlocks.end(block, terms.paths());
        FollowedPaths followed = new FollowedPaths(terms, inFan, from, to - from);
        followed.follow(model, SeededRandom.stream(terms.seed(), block), from, to);
        return followed.numbers();
    }

    void follow(PathModel model, RandomGenerator random, int from, int to) {
        double[] returns = new double[terms.periods()];
        int ruined = 0;
        for (int path = from; path < to; path++) {
            model.draw(random, returns);
            int place = path - first;
            double value = 1;
            double highest = 1;
            double lowest = 1;
            double fallen = 0;
            int reading = 0;
            for (int i = 0; i < returns.length; i++) {
                value *= Math.max(0, 1 + returns[i]);
                highest = Math.max(highest, value);
                lowest = Math.min(lowest, value);
                fallen = Math.max(fallen, 1 - value / highest);
                if (reading < values.length && i + 1 == read[reading]) {
                    if (place < values[reading].length) {
                        values[reading][place] = value;
                    }
                    reading++;
                }
            }
            last[place] = value;
            deepest[place] = fallen;
            ruined += lowest < terms.ruin() ? 1 : 0;
        }
        ruins.addAndGet(ruined);
    }

    private double[] numbers() {
        int inFan = values.length == 0 ? 0 : values[0].length;
        double[] numbers = new double[1 + 2 * last.length + values.length * inFan];
        numbers[0] = ruins.get();
        System.arraycopy(last, 0, numbers, 1, last.length);
        System.arraycopy(deepest, 0, numbers, 1 + last.length, last.length);
        int at = 1 + 2 * last.length;
        for (double[] reading : values) {
            System.arraycopy(reading, 0, numbers, at, inFan);
            at += inFan;
        }
        return numbers;
    }

    /** Takes in what {@link #ofBlock} told. */
    public void put(int block, double[] numbers) {
        int from = block * PathBlocks.BLOCK;
        int count = PathBlocks.end(block, terms.paths()) - from;
        ruins.addAndGet((int) numbers[0]);
        System.arraycopy(numbers, 1, last, from, count);
        System.arraycopy(numbers, 1 + count, deepest, from, count);
        int at = 1 + 2 * count;
        for (double[] reading : values) {
            int inFan = Math.clamp((long) reading.length - from, 0, count);
            System.arraycopy(numbers, at, reading, inFan == 0 ? 0 : from, inFan);
            at += inFan;
        }
    }

    /** All of them have been followed. */
    public Outlook outlook(int threads) {
        return Outlook.of(terms, values, last, deepest, ruins.get(), threads);
    }
}
