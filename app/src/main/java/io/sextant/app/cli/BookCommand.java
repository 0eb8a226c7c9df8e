package io.sextant.app.cli;

import io.sextant.analytics.orderflow.BookMetrics;
import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.Depth;
import io.sextant.analytics.orderflow.FlowMeasure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A book rebuilt from messages about orders, and what it says. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        description =
                "Rebuilds a book from order-by-order messages (LOBSTER, or the columns of Databento's MBO) or from changes of its levels,"
                        + " and measures it.")
final class BookCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--messages",
            paramLabel = "FILE",
            description =
                    "LOBSTER messages (time,type,id,size,price,direction, no heading), columns action, side, order_id, price,"
                            + " size, columns side, price, qty of levels that change, or whole books by row; plain, gz or zip.")
    @Nullable Path messages;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "The book that changes of levels begin with, where it is in a file of its own.")
    @Nullable Path snapshot;

    @Option(
            names = "--measures",
            description = "List what is measured of books and trades, with formula, source and meaning.")
    boolean measures;

    @Option(
            names = "--states",
            paramLabel = "FILE",
            description =
                    "LOBSTER's file of book states: what waited before the first message, and the levels that metrics are taken of.")
    @Nullable Path states;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Tell the levels after every N records too; 1000 if not given, 0 for never.")
    int every = 1_000;

    @Option(names = "--levels", paramLabel = "L", description = "How many levels to tell; 5 if not given.")
    int levels = 5;

    @Option(names = "--json", description = "Print nothing but JSON; it is JSON in any case.")
    boolean json;

    @Override
    public Integer call() {
        Path file = messages;
        if (measures || file == null) {
            return listMeasures();
        }
        if (levels < 1 || every < 0) {
            throw new RefusedByRule("There is at least one level to tell, and N is not negative.");
        }
        List<Map<String, Object>> snapshots = new ArrayList<>();
        BookReplay replay = BookReplay.of(file, states, snapshot);
        while (replay.next()) {
            if (every > 0 && replay.records() % every == 0) {
                snapshots.add(snapshot(replay));
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("format", replay.format());
        answer.put("records", replay.records());
        answer.putAll(replay.counts());
        answer.put("end", snapshot(replay));
        answer.put("metrics", replay.metrics());
        answer.put("every", snapshots);
        Json.print(Console.of(spec).out(), answer);
        return ExitCode.OK;
    }

    private int listMeasures() {
        if (!measures) {
            throw new RefusedByRule("--messages FILE says which messages to read; --measures lists what is measured.");
        }
        PrintWriter out = Console.of(spec).out();
        List<Map<String, Object>> list = new ArrayList<>();
        for (FlowMeasure measure : FlowMeasure.values()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", measure.name().toLowerCase(Locale.ROOT));
            map.put("formula", measure.formula());
            map.put("range", measure.range());
            map.put("source", measure.source());
            map.put("meaning", measure.meaning());
            list.add(map);
            if (!json) {
                String source = measure.source().isEmpty() ? "" : "; " + measure.source();
                out.println(map.get("name") + " = " + measure.formula());
                out.println("    " + measure.meaning() + " (" + measure.range() + source + ")");
            }
        }
        if (json) {
            Json.print(out, Map.of("measures", list));
        }
        return ExitCode.OK;
    }

    private Map<String, Object> snapshot(BookReplay replay) {
        Depth depth = replay.depth();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("afterRecord", replay.records());
        replay.orders().ifPresent(orders -> map.put("orders", orders));
        map.put("bids", side(replay, depth, BookSide.BID));
        map.put("asks", side(replay, depth, BookSide.ASK));
        put(map, "mid", BookMetrics.mid(depth) * replay.unit());
        put(map, "spread", BookMetrics.spread(depth) * replay.unit());
        put(map, "microprice", BookMetrics.microprice(depth) * replay.unit());
        for (int count : new int[] {1, 5, 10}) {
            put(map, "imbalance" + count, BookMetrics.imbalance(depth, count));
        }
        map.put("bidDepth", replay.quantity(BookMetrics.depth(depth, BookSide.BID, levels)));
        map.put("askDepth", replay.quantity(BookMetrics.depth(depth, BookSide.ASK, levels)));
        map.put("tradeVolume", replay.flow().volume());
        map.put("buyVolume", replay.flow().buyVolume());
        map.put("sellVolume", replay.flow().sellVolume());
        return map;
    }

    /** What nobody knows is left out. */
    static void put(Map<String, Object> map, String key, double value) {
        if (Double.isFinite(value)) {
            map.put(key, value);
        }
    }

    private List<Map<String, Object>> side(BookReplay replay, Depth depth, BookSide side) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (int i = 0; i < Math.min(levels, depth.levels(side)); i++) {
            Map<String, Object> level = new LinkedHashMap<>();
            level.put("price", replay.money(depth.price(side, i)));
            level.put("size", replay.quantity((double) depth.size(side, i)));
            list.add(level);
        }
        return list;
    }
}
