package io.sextant.app.cli;

import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.BarRule;
import io.sextant.marketdata.file.FileSeries;
import io.sextant.marketdata.file.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bars of one file, for commands that compute from them. Trades become bars of a minute. */
final class FileBars {

    private static final BarRule MINUTES = new BarRule.Time(BarLength.parse("1m"));

    private FileBars() {}

    /** Bars by the symbol that the file or its name tells. */
    record Named(String symbol, BarSeries bars, BarLength length) {}

    static BarSeries of(Path path, FileOptions options) {
        return named(path, options).bars();
    }

    /** Of each file, and no two by the same symbol; the first keeps its own. */
    static List<Named> all(List<Path> paths, FileOptions options) {
        List<Named> all = new ArrayList<>();
        for (Path each : paths) {
            Named one = named(each, options);
            String symbol = one.symbol();
            for (int again = 2; hasSymbol(all, symbol); again++) {
                symbol = one.symbol() + "-" + again;
            }
            all.add(new Named(symbol, one.bars(), one.length()));
        }
        return all;
    }

    private static boolean hasSymbol(List<Named> all, String symbol) {
        return all.stream().anyMatch(each -> each.symbol().equals(symbol));
    }

    static Named named(Path path, FileOptions options) {
        FileSeries read = FileSeries.read(
                path,
                new Reading(
                        options.symbol().map(symbol -> symbol.symbol()),
                        options.zone,
                        Optional.empty(),
                        options.barEnd,
                        MINUTES));
        List<String> symbols = read.symbols();
        if (symbols.isEmpty()) {
            throw new RefusedByRule("No row of " + path + " can be true, so there is nothing to compute from.");
        }
        String wanted = options.symbol().map(symbol -> symbol.symbol()).orElse("");
        if (symbols.size() > 1 && !symbols.contains(wanted)) {
            throw new RefusedByRule("The file holds " + String.join(", ", symbols) + "; choose one with --symbol.");
        }
        String symbol = symbols.size() > 1 ? wanted : symbols.getFirst();
        return new Named(symbol, read.getSeries(symbol), read.length().orElse(BarLength.parse("1d")));
    }
}
