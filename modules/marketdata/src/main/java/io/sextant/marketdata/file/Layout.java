package io.sextant.marketdata.file;

import java.util.List;

/**
 * How the rows of a text are to be read. Columns are places in a row; -1 where there is none.
 *
 * @param skippedLines lines before the first row, the heading among them
 * @param clock a time of day beside the date
 * @param barEndTimes times are ends of bars
 * @param parts the series that one row holds a bar of; empty for trades
 * @param cells how many cells a row must have
 */
record Layout(
        Kind kind,
        byte separator,
        boolean decimalComma,
        int skippedLines,
        int time,
        int clock,
        TimeFormat timeFormat,
        boolean barEndTimes,
        boolean newestFirst,
        int symbol,
        List<Part> parts,
        int price,
        int amount,
        int tradeId,
        int cells) {

    enum Kind {
        CANDLES("candles"),
        /** Candles of bid and ask in one row. */
        QUOTE_CANDLES("candles of bid and ask"),
        TRADES("trades"),
        /** One or more figures a row, each a series of its own. */
        VALUES("values");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * The columns of one series in a row.
     *
     * @param suffix what tells the series from others in the row; empty for the only one
     * @param ownName the suffix is the symbol itself, as the headings of a table of closes are
     */
    record Part(String suffix, boolean ownName, int open, int high, int low, int close, int volume) {

        boolean isOneFigure() {
            return open == close && high == close && low == close;
        }
    }

    Layout {
        parts = List.copyOf(parts);
    }

    /** For a preview. */
    String describe() {
        StringBuilder text = new StringBuilder(kind.word);
        String mark = switch ((char) separator) {
            case '\t' -> "tab";
            case ' ' -> "space";
            default -> "\"" + (char) separator + "\"";
        };
        text.append(" separated by ").append(mark);
        if (decimalComma) {
            text.append(", decimal comma");
        }
        text.append(", times as ").append(timeFormat.describe());
        if (barEndTimes) {
            text.append(", at the end of a bar");
        }
        if (newestFirst) {
            text.append(", newest row first");
        }
        if (symbol >= 0) {
            text.append(", symbol in column ").append(symbol + 1);
        }
        return text.toString();
    }
}
