package io.sextant.app.cli;

import io.sextant.marketdata.file.NumberTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Which numbers of a file a model is fitted to. */
final class FittedColumn {

    private static final String GIVEN = "given";
    private static final String PERCENT = "pct";

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "A table; plain, gz or zip.")
    Path csv = Path.of("");

    @Option(
            names = "--column",
            required = true,
            paramLabel = "NAME",
            description = "Which column, by heading; by number, from 1, where there is no heading.")
    String column = "";

    @Option(
            names = "--returns",
            arity = "0..1",
            fallbackValue = GIVEN,
            defaultValue = GIVEN,
            paramLabel = "pct",
            description =
                    "Alone, or not given: the column holds returns already. pct: it holds prices, and logarithmic returns in"
                            + " percent are made of them.")
    String returns = GIVEN;

    /** {@code rows} are the rows of the file, from 0, to which the values belong. */
    record Values(double[] values, int[] rows, NumberTable table) {

        int dropped(boolean ofPrices) {
            return table.rows() - values.length - (ofPrices ? 1 : 0);
        }
    }

    boolean ofPrices() {
        return returns.equals(PERCENT);
    }

    /** Rows without a number count for nothing. A file that begins with the newest row is read from its end; one in no order of time as it stands. */
    Values read() {
        if (!returns.equals(GIVEN) && !returns.equals(PERCENT)) {
            throw new RefusedByRule("--returns stands alone or is pct, not " + returns + ".");
        }
        NumberTable table = NumberTable.read(csv);
        double[] all = table.numbers(column.strip());
        int[] numbers = IntStream.range(0, all.length)
                .filter(row -> Double.isFinite(all[row]))
                .toArray();
        for (int row : numbers) {
            if (ofPrices() && !(all[row] > 0)) {
                throw new RefusedByRule("Row " + (row + 1) + " of " + column + " is " + all[row]
                        + ", and a price that is not above zero has no logarithmic return.");
            }
        }
        int[] rows = RowOrder.inTime(numbers, table.findTimesNanos()).orElse(numbers);
        double[] values = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        if (!ofPrices()) {
            return new Values(values, rows, table);
        }
        double[] changes = new double[Math.max(0, values.length - 1)];
        Arrays.setAll(changes, i -> 100 * Math.log(values[i + 1] / values[i]));
        return new Values(changes, Arrays.copyOfRange(rows, Math.min(1, rows.length), rows.length), table);
    }
}
