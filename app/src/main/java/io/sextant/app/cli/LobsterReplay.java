package io.sextant.app.cli;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.Depth;
import io.sextant.marketdata.file.NumberTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * LOBSTER's messages: 1 new, 2 part cancelled, 3 deleted, 4 executed, 5 executed against a hidden order, 7 halted; prices in ten-thousandths. The
 * direction is that of the waiting order, so its taker went the other way.
 */
final class LobsterReplay extends BookReplay {

    private static final int SCALE = 10_000;
    /** LOBSTER fills levels that are not there with prices beyond this. */
    private static final double NO_PRICE = 9_999_999_999.0;

    private static final String[] NAMES = {
        "", "submissions", "cancellations", "deletions", "executions", "hiddenExecutions", "", "halts"
    };

    private final double[] types;
    private final double[] ids;
    private final double[] sizes;
    private final double[] prices;
    private final double[] directions;
    private final long[] counts = new long[NAMES.length];
    private final @Nullable StatesFile states;

    LobsterReplay(NumberTable messages, @Nullable NumberTable known) {
        super("lobster", SCALE, 1, messages.rows());
        types = messages.numbers("2");
        ids = messages.numbers("3");
        sizes = messages.numbers("4");
        prices = messages.numbers("5");
        directions = messages.numbers("6");
        states = known == null ? null : new StatesFile(known);
        if (known != null && known.rows() != messages.rows()) {
            throw new RefusedByRule("There are " + messages.rows() + " messages and " + known.rows()
                    + " states, one of each belongs together.");
        }
    }

    @Override
    void take(int row) {
        StatesFile known = states;
        if (known != null) {
            known.row = row;
        }
        count(row);
        long price = Math.round(need(prices, row, "price"));
        long size = Math.round(need(sizes, row, "size"));
        BookSide side = need(directions, row, "direction") > 0 ? BookSide.BID : BookSide.ASK;
        int type = (int) types[row];
        if (type == 4 || type == 5) {
            trade(-side.sign(), price, (double) size, type == 4);
        }
        if (known != null && row == 0) {
            seed(known);
        } else {
            apply(type, (long) ids[row], side, price, size);
        }
    }

    private void apply(int type, long id, BookSide side, long price, long size) {
        switch (type) {
            case 1 -> book.add(id, side, price, size);
            case 2, 3, 4 -> book.reduce(id, side, price, size);
            default -> {
                // Hidden orders, halts and auctions leave the book as it is.
            }
        }
    }

    private void count(int row) {
        int type = (int) need(types, row, "type");
        if (type < 1 || type >= counts.length) {
            throw torn(row, "is of type " + type + ", which LOBSTER does not have");
        }
        counts[type]++;
    }

    /** The first state is the one after the first message, which therefore is not applied. */
    private void seed(StatesFile known) {
        for (BookSide side : BookSide.values()) {
            for (int i = 0; i < known.levels(side); i++) {
                book.seed(side, known.price(side, i), known.size(side, i));
            }
        }
    }

    @Override
    Depth depth() {
        StatesFile known = states;
        return known == null ? book : known;
    }

    @Override
    Map<String, Object> counts() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.length; i++) {
            if (!NAMES[i].isEmpty()) {
                map.put(NAMES[i], counts[i]);
            }
        }
        map.put("unknownOrders", book.unknownOrders());
        return map;
    }

    /** Ask price, ask size, bid price, bid size, level by level. */
    private static final class StatesFile implements Depth {

        private final double[][] columns;
        private int row;

        StatesFile(NumberTable table) {
            columns = new double[table.headings().size()][];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = table.numbers(Integer.toString(i + 1));
            }
        }

        @Override
        public int levels(BookSide side) {
            int levels = 0;
            while (4 * levels + 3 < columns.length
                    && Math.abs(columns[column(side, levels)][row]) < NO_PRICE
                    && columns[column(side, levels) + 1][row] > 0) {
                levels++;
            }
            return levels;
        }

        private static int column(BookSide side, int level) {
            return 4 * level + (side == BookSide.ASK ? 0 : 2);
        }

        @Override
        public long price(BookSide side, int level) {
            return Math.round(columns[column(side, level)][row]);
        }

        @Override
        public long size(BookSide side, int level) {
            return Math.round(columns[column(side, level) + 1][row]);
        }
    }
}
