package io.sextant.marketdata.file;

import io.sextant.marketdata.bar.CorporateAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits and dividends from a file: {@code ex_date,action,value} a line, a heading if there is one, for example
 * {@code 2014-06-09,split,7:1} and {@code 2014-08-07,dividend,0.47}. A split is new shares for old ones. What a line cannot mean
 * is told with its number: an action that is left out would make every older price wrong.
 */
public final class CorporateActionCsv {

    private static final long NANOS = 1_000_000_000L;

    private CorporateActionCsv() {}

    public static List<CorporateAction> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new FileProblem(
                    "The file of splits and dividends " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
        List<CorporateAction> actions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean heading = i == 0 && !line.isEmpty() && !Character.isDigit(line.charAt(0));
            if (!line.isEmpty() && !line.startsWith("#") && !heading) {
                actions.add(action(file, i + 1, line));
            }
        }
        return actions;
    }

    private static CorporateAction action(Path file, int number, String line) {
        String[] cells = line.split("[,;\t]", -1);
        try {
            if (cells.length == 3) {
                long exNanos = LocalDate.parse(cells[0].strip())
                                .atStartOfDay(ZoneOffset.UTC)
                                .toEpochSecond()
                        * NANOS;
                String value = cells[2].strip();
                switch (cells[1].strip()) {
                    case "split" -> {
                        String[] shares = value.split(":", -1);
                        return new CorporateAction.Split(
                                exNanos,
                                Double.parseDouble(shares[0]),
                                shares.length == 1 ? 1 : Double.parseDouble(shares[1]));
                    }
                    case "dividend" -> {
                        return new CorporateAction.Dividend(exNanos, Double.parseDouble(value));
                    }
                    default -> throw new IllegalArgumentException("'" + cells[1].strip() + "' is no action");
                }
            }
            throw new IllegalArgumentException("it has " + cells.length + " cells");
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new FileProblem(
                    "Line " + number + " of " + file + " is no split and no dividend (" + e.getMessage()
                            + "); write 2014-06-09,split,7:1 or 2014-08-07,dividend,0.47.",
                    e);
        }
    }
}
