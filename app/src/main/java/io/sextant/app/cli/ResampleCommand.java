package io.sextant.app.cli;

import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.BarRule;
import io.sextant.marketdata.bar.Resampler;
import io.sextant.marketdata.file.BarCsv;
import io.sextant.marketdata.file.FileSeries;
import io.sextant.marketdata.file.Reading;
import io.sextant.marketdata.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Coarser bars from a file of bars or trades, without a desk. */
@Command(
        name = "resample",
        mixinStandardHelpOptions = true,
        description = "Makes coarser bars from a file of bars or trades; no desk is touched.")
final class ResampleCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description = "Bars or trades; CSV or JSON, plain, gz, zip.")
    Path csv = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TF",
            converter = RuleConverter.class,
            description = "Length of the new bars, 1s to 1M; from trades also tick:100, volume:50 or dollar:1000000.")
    BarRule to = new BarRule.Ticks(1);

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to; replaced when whole.")
    Path out = Path.of("");

    @Mixin
    FileOptions file = new FileOptions();

    @Option(names = "--json", description = "Print nothing but a JSON summary.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        FileSeries read = FileSeries.read(
                csv,
                new Reading(
                        file.symbol().map(symbol -> symbol.symbol()), file.zone, Optional.empty(), file.barEnd, to));
        String symbol = chosen(read.symbols());
        BarSeries bars = made(read, symbol);
        WholeFile.write(out, text -> BarCsv.write(text, bars, read.hasVolume()));
        tell(read, symbol, bars);
        return ExitCode.OK;
    }

    private String chosen(List<String> symbols) {
        if (symbols.isEmpty()) {
            throw new RefusedByRule("No row of " + csv + " can be true, so there is nothing to make bars of.");
        }
        if (symbols.size() == 1) {
            return symbols.getFirst();
        }
        String wanted = file.symbol().map(symbol -> symbol.symbol()).orElse("");
        if (!symbols.contains(wanted)) {
            throw new RefusedByRule("The file holds "
                    + String.join(", ", symbols.subList(0, Math.min(8, symbols.size())))
                    + (symbols.size() > 8 ? " and " + (symbols.size() - 8) + " more" : "")
                    + "; choose one with --symbol.");
        }
        return wanted;
    }

    private BarSeries made(FileSeries read, String symbol) {
        BarSeries bars = read.getSeries(symbol);
        if (read.isOfTrades()) {
            return bars;
        }
        if (!(to instanceof BarRule.Time(var length))) {
            throw new RefusedByRule(
                    "Only trades can be made into bars of trades, volume or money; " + csv + " holds bars.");
        }
        BarLength finer = read.length().orElseThrow();
        if (!finer.tiles(length)) {
            throw new RefusedByRule("Bars of " + finer + " do not make up bars of " + length + ".");
        }
        return Resampler.resample(bars, length);
    }

    private void tell(FileSeries read, String symbol, BarSeries bars) {
        PrintWriter console = Console.of(spec).out();
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("file", csv.toString());
            summary.put("layout", read.layout());
            summary.put("symbol", symbol);
            summary.put(
                    "from",
                    read.isOfTrades()
                            ? "trades"
                            : read.length().map(BarLength::label).orElse(""));
            summary.put("to", name(to));
            summary.put("rows", read.rows());
            summary.put("quarantinedRows", read.quarantinedRows());
            summary.put("bars", bars.size());
            summary.put("out", out.toString());
            Json.print(console, summary);
            return;
        }
        console.printf(
                Locale.ENGLISH,
                "%,d bars of %s made from %,d rows, written to %s%n",
                bars.size(),
                name(to),
                read.rows(),
                out);
        if (read.quarantinedRows() > 0) {
            console.printf(
                    Locale.ENGLISH,
                    "%,d rows cannot be true and were left out; the first is line %d: %s%n",
                    read.quarantinedRows(),
                    read.quarantined().getFirst().line(),
                    read.quarantined().getFirst().reason().sentence());
        }
        console.flush();
    }

    private static String name(BarRule rule) {
        return switch (rule) {
            case BarRule.Time(var length) -> length.label();
            case BarRule.Ticks(long trades) -> trades + " trades";
            case BarRule.Volume(double quantity) -> "volume " + quantity;
            case BarRule.Dollar(double money) -> "turnover " + money;
        };
    }

    static final class RuleConverter implements ITypeConverter<BarRule> {

        @Override
        public BarRule convert(String text) {
            try {
                return BarRule.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
