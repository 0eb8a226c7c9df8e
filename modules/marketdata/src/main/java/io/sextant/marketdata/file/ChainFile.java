package io.sextant.marketdata.file;

import io.sextant.domain.dataset.ChainRow;
import io.sextant.domain.dataset.ChainSheet;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A table of option contracts: columns date, expiry, strike and right, and as far as they are known mid (or price, bid and ask, close, last),
 * volume, open_interest, implied_volatility and gamma. A row without a right is the underlying's.
 */
public final class ChainFile {

    private static final List<String> MIDDLES = List.of("mid", "price");
    private static final List<String> TRADES = List.of("close", "last");

    private final Path file;
    private final NumberTable table;
    private final double[] prices;
    private final LocalDate[] days;

    private ChainFile(Path file, NumberTable table) {
        this.file = file;
        this.table = table;
        prices = prices(table);
        String[] dates = table.texts("date");
        days = new LocalDate[dates.length];
        for (int i = 0; i < dates.length; i++) {
            days[i] = i > 0 && dates[i].equals(dates[i - 1]) ? days[i - 1] : day(dates[i]);
        }
    }

    public static ChainFile read(Path file) {
        return new ChainFile(file, NumberTable.read(file));
    }

    /** In order. */
    public List<LocalDate> days() {
        return List.copyOf(new TreeSet<>(Arrays.asList(days)));
    }

    /** A day the way the file writes its expiries. */
    public String written(LocalDate day) {
        boolean dashes =
                table.rows() == 0 || Arrays.stream(table.texts("expiry")).anyMatch(text -> text.contains("-"));
        return dashes ? day.toString() : day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** What the file says of the newest day. */
    public ChainSheet newest() {
        List<LocalDate> all = days();
        if (all.isEmpty()) {
            throw new FileProblem("The file " + file + " has a heading but no rows.");
        }
        return sheet(all.getLast());
    }

    public ChainSheet sheet(LocalDate day) {
        String[] rights = table.texts("right");
        String[] expiries = table.texts("expiry");
        double[] strikes = table.numbers("strike");
        double[] volumes = numbersOr("volume", 0);
        double[] interests = numbersOr("open_interest", 0);
        double[] volatilities = numbersOr("implied_volatility", Double.NaN);
        double[] gammas = numbersOr("gamma", Double.NaN);
        double underlying = Double.NaN;
        List<ChainRow> rows = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            if (!days[i].equals(day)) {
                continue;
            }
            if (rights[i].isBlank()) {
                underlying = prices[i];
                continue;
            }
            rows.add(new ChainRow(
                    isCall(rights[i]),
                    positive(strikes[i], i),
                    day(expiries[i]),
                    prices[i],
                    volumes[i],
                    interests[i],
                    volatilities[i],
                    gammas[i]));
        }
        if (rows.isEmpty()) {
            throw new FileProblem("The file " + file + " has no option on " + day + ".");
        }
        return new ChainSheet(file.toString(), day, days(), underlying, rows);
    }

    private double positive(double strike, int row) {
        if (!(strike > 0) || Double.isInfinite(strike)) {
            throw new FileProblem("Row " + (row + 1) + " of the file " + file + " has no strike above zero.");
        }
        return strike;
    }

    private static double[] prices(NumberTable table) {
        for (String name : MIDDLES) {
            if (table.has(name)) {
                return table.numbers(name);
            }
        }
        double[] traded = new double[table.rows()];
        Arrays.fill(traded, Double.NaN);
        for (String name : TRADES.reversed()) {
            if (table.has(name)) {
                traded = table.numbers(name);
            }
        }
        if (table.has("bid") && table.has("ask")) {
            double[] bids = table.numbers("bid");
            double[] asks = table.numbers("ask");
            for (int i = 0; i < traded.length; i++) {
                // A market of one side says less than the last trade.
                if (bids[i] > 0 && asks[i] >= bids[i]) {
                    traded[i] = (bids[i] + asks[i]) / 2;
                }
            }
        }
        return traded;
    }

    private double[] numbersOr(String name, double usual) {
        if (table.has(name)) {
            return table.numbers(name);
        }
        double[] all = new double[table.rows()];
        Arrays.fill(all, usual);
        return all;
    }

    private static boolean isCall(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "c", "call" -> true;
            case "p", "put" -> false;
            default -> throw new FileProblem("\"" + text + "\" is no right; a row has C or P, call or put.");
        };
    }

    /** 20140609 or 2014-06-09; some tables write whole numbers with a decimal. */
    public static LocalDate day(String text) {
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        try {
            return LocalDate.parse(whole.strip().replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new FileProblem("\"" + text + "\" is no day; write 20140609 or 2014-06-09.", e);
        }
    }
}
