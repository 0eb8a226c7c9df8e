package io.sextant.analytics.feature;

/** Numbers in rising order, a few hundred at most: to place one costs a search and a shift, and no look at all of them. */
final class SortedNumbers {

    private final double[] sorted;
    private int size;

    SortedNumbers(int most) {
        sorted = new double[most];
    }

    /** How many are below it. */
    int add(double number) {
        int place = countBelow(number);
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = number;
        size++;
        return place;
    }

    /** Takes away one that equals {@code number}, which must be there. */
    void remove(double number) {
        int place = countBelow(number);
        size--;
        System.arraycopy(sorted, place + 1, sorted, place, size - place);
    }

    /** How many equal the one at {@code place}, the first of them. */
    int countEqual(int place) {
        int end = place + 1;
        while (end < size && sorted[end] == sorted[place]) {
            end++;
        }
        return end - place;
    }

    /** Halves what is left without a branch: which half it is cannot be foreseen. */
    private int countBelow(double level) {
        int from = 0;
        int left = size;
        while (left > 1) {
            int half = left >>> 1;
            from += sorted[from + half - 1] < level ? half : 0;
            left -= half;
        }
        return left == 1 && sorted[from] < level ? from + 1 : from;
    }
}
