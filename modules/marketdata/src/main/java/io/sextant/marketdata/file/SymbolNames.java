package io.sextant.marketdata.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Symbols from names of files and from cells. */
final class SymbolNames {

    private static final int LONGEST = 32;

    /** Words in file names that tell of the kind of data and not of what it is the price of. */
    private static final Set<String> FILLERS = Set.of(
            "CSV",
            "TXT",
            "JSON",
            "GZ",
            "ZIP",
            "OHLCV",
            "OHLC",
            "CANDLES",
            "CANDLE",
            "KLINES",
            "BARS",
            "BAR",
            "TRADE",
            "TRADES",
            "QUOTE",
            "QUOTES",
            "TICK",
            "TICKS",
            "HISTORY",
            "HISTORICAL",
            "DATA",
            "PRICES",
            "PRICE",
            "MERGED",
            "DAILY",
            "DAY",
            "WEEKLY",
            "WEEK",
            "MONTHLY",
            "MONTH",
            "HOURLY",
            "HOUR",
            "MINUTE",
            "MINUTES",
            "SECOND",
            "OPENINTEREST");

    private SymbolNames() {}

    /**
     * What stays of a file's name without dates, lengths of bars and words like "trades": {@code btcusd_1m_2016.csv} is
     * BTCUSD, {@code 20131007_es_minute_trade_201312.csv} is ES-201312.
     */
    static String ofFile(String name) {
        String base = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        List<String> kept = new ArrayList<>();
        boolean behindDate = false;
        for (String word : base.toUpperCase(Locale.ROOT).split("[^A-Z0-9]+")) {
            boolean date = word.matches("(19|20)\\d{2}|(19|20)\\d{6}");
            boolean restOfDate = behindDate && word.matches("\\d{1,2}");
            behindDate = date || restOfDate;
            boolean length = word.matches("\\d{1,2}(S|M|MIN|H|D|W)");
            if (!word.isEmpty() && !date && !restOfDate && !length && !FILLERS.contains(word)) {
                kept.add(word);
            }
        }
        String symbol = ofText(kept.isEmpty() ? base : String.join("-", kept));
        return symbol.isEmpty() ? "SERIES" : symbol;
    }

    /** A cell that is a symbol, {@code btc/usd}, or a name of a file. */
    static String ofCell(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".txt") ? ofFile(cell) : ofText(cell);
    }

    /** With what an instrument's symbol may hold; empty when nothing is left. */
    static String ofText(String text) {
        String symbol = text.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9.]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        return symbol.length() <= LONGEST
                ? symbol
                : symbol.substring(0, LONGEST).replaceAll("[-.]+$", "");
    }

    /** A symbol and what tells one of its series from the others; the suffix is never cut off. */
    static String with(String symbol, String suffix) {
        if (suffix.isEmpty()) {
            return symbol;
        }
        String tail = "." + ofText(suffix);
        int room = Math.max(1, LONGEST - tail.length());
        String head =
                symbol.length() <= room ? symbol : symbol.substring(0, room).replaceAll("[-.]+$", "");
        String whole = head + tail;
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }
}
