package io.sextant.marketdata.file;

import java.util.ArrayList;
import java.util.List;

/** What the columns of a text without headings hold, told by how their numbers lie to each other. */
final class ContentRoles {

    private static final double NEARLY_ALL = 0.99;

    /** No bar spans more. */
    private static final double RATIO_MAX = 10;

    private ContentRoles() {}

    /** Sets the roles of columns that are still free; the time has been found before. */
    static void assign(Sample sample, ColumnRole[] roles) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != ColumnRole.VALUE) {
                continue;
            }
            if (sample.isNumeric(i)) {
                numbers.add(i);
            } else {
                boolean first = !List.of(roles).contains(ColumnRole.SYMBOL);
                roles[i] = first && isSymbol(sample, i) ? ColumnRole.SYMBOL : ColumnRole.IGNORED;
            }
        }
        for (int first = 0; first + 4 <= numbers.size(); first++) {
            if (assignCandles(sample, roles, numbers, first)) {
                return;
            }
        }
        assignTrades(sample, roles, numbers);
    }

    /** Few names in many rows, or the same one throughout. */
    private static boolean isSymbol(Sample sample, int column) {
        List<String> cells = sample.filled(column);
        boolean named = cells.stream()
                .allMatch(cell -> cell.length() >= 2
                        && Character.isLetterOrDigit(cell.charAt(0))
                        && !cell.equalsIgnoreCase("buy")
                        && !cell.equalsIgnoreCase("sell")
                        && !cell.equalsIgnoreCase("true")
                        && !cell.equalsIgnoreCase("false"));
        return !cells.isEmpty() && named;
    }

    /** Four columns beside each other of which one is never below the others and one never above. */
    private static boolean assignCandles(Sample sample, ColumnRole[] roles, List<Integer> numbers, int first) {
        int high = extreme(sample, numbers, first, 1);
        int low = extreme(sample, numbers, first, -1);
        if (high < 0 || low < 0 || high == low || !areOfOneKind(sample, high, low)) {
            return false;
        }
        List<Integer> others = new ArrayList<>(numbers.subList(first, first + 4));
        others.remove(Integer.valueOf(high));
        others.remove(Integer.valueOf(low));
        boolean closeFirst =
                follows(sample, others.get(1), others.get(0)) > follows(sample, others.get(0), others.get(1));
        roles[high] = ColumnRole.HIGH;
        roles[low] = ColumnRole.LOW;
        roles[others.get(closeFirst ? 1 : 0)] = ColumnRole.OPEN;
        roles[others.get(closeFirst ? 0 : 1)] = ColumnRole.CLOSE;
        for (int i = 0; i < first; i++) {
            roles[numbers.get(i)] = ColumnRole.IGNORED;
        }
        for (int i = first + 4; i < numbers.size(); i++) {
            roles[numbers.get(i)] = i == first + 4 ? ColumnRole.VOLUME : ColumnRole.IGNORED;
        }
        return true;
    }

    /** A number of a trade is always above its amount, but not by as little as a high above its low. */
    private static boolean areOfOneKind(Sample sample, int high, int low) {
        int near = 0;
        for (int row = 0; row < sample.rows(); row++) {
            near += number(sample, row, high) <= RATIO_MAX * number(sample, row, low) ? 1 : 0;
        }
        return near >= NEARLY_ALL * sample.rows();
    }

    private static int extreme(Sample sample, List<Integer> numbers, int first, int sign) {
        int best = -1;
        int mostStrict = 0;
        for (int candidate : numbers.subList(first, first + 4)) {
            int fitting = 0;
            int strict = 0;
            for (int row = 0; row < sample.rows(); row++) {
                double value = number(sample, row, candidate);
                boolean fits = true;
                boolean beyond = false;
                for (int other : numbers.subList(first, first + 4)) {
                    double distance = sign * (value - number(sample, row, other));
                    fits &= distance >= 0;
                    beyond |= distance > 0;
                }
                fitting += fits ? 1 : 0;
                strict += fits && beyond ? 1 : 0;
            }
            if (fitting >= NEARLY_ALL * sample.rows() && strict > mostStrict) {
                best = candidate;
                mostStrict = strict;
            }
        }
        return best;
    }

    /** How often an open is exactly the close of the row before. */
    private static int follows(Sample sample, int open, int close) {
        int same = 0;
        for (int row = 1; row < sample.rows(); row++) {
            same += sample.cell(row, open).equals(sample.cell(row - 1, close)) ? 1 : 0;
        }
        return same;
    }

    /** Price and amount; whole numbers that only grow are numbers of trades. */
    private static void assignTrades(Sample sample, ColumnRole[] roles, List<Integer> numbers) {
        List<Integer> figures = new ArrayList<>();
        for (int column : numbers) {
            if (numbers.size() > 2 && figures.isEmpty() && isCounting(sample, column)) {
                roles[column] = ColumnRole.TRADE_ID;
            } else {
                figures.add(column);
            }
        }
        for (int i = 0; i < figures.size(); i++) {
            roles[figures.get(i)] = figures.size() == 1
                    ? ColumnRole.PRICE
                    : i == 0 ? ColumnRole.PRICE : i == 1 ? ColumnRole.AMOUNT : ColumnRole.IGNORED;
        }
    }

    private static boolean isCounting(Sample sample, int column) {
        double before = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < sample.rows(); row++) {
            double value = number(sample, row, column);
            if (!(value > before) || value != Math.rint(value)) {
                return false;
            }
            before = value;
        }
        return sample.rows() > 1;
    }

    private static double number(Sample sample, int row, int column) {
        String cell = sample.cell(row, column);
        double value = Sample.number(cell, false);
        return Double.isNaN(value) ? Sample.number(cell, true) : value;
    }
}
