package io.sextant.app.cli;

import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.OfflineArchive;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Coarser bars from a file of bars or trades, without a desk; or from the stored bars of one. */
@Command(
        name = "resample",
        mixinStandardHelpOptions = true,
        description =
                "Makes coarser bars from a file of bars or trades, or from a desk's stored bars; no desk is changed.")
final class ResampleCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Bars or trades; CSV or JSON, plain, gz, zip. Without it, a desk's stored bars of --symbol.")
    @Nullable Path csv;

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

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = ImportCommand.TimeframeConverter.class,
            description = "Without --csv, which of the stored lengths; not needed where there is one.")
    @Nullable Timeframe timeframe;

    @Mixin
    DeskChoice desk = new DeskChoice();

    @Mixin
    BarWishes wishes = new BarWishes();

    @Option(names = "--json", description = "Print nothing but a JSON summary.")
    boolean json;

    /** What the new bars are made of; {@code length} is empty for trades. */
    private record Source(
            String place,
            String layout,
            String symbol,
            BarSeries bars,
            Optional<BarLength> length,
            boolean hasVolume,
            long rows,
            long quarantinedRows,
            List<QuarantinedRow> quarantined) {}

    @Override
    public Integer call() throws IOException {
        Path path = csv;
        Source source = path == null ? ofArchive() : ofFile(path);
        BarSeries bars = wishes.filled(made(source), length());
        WholeFile.write(out, text -> BarCsv.write(text, bars, source.hasVolume()));
        tell(source, bars);
        return ExitCode.OK;
    }

    private Optional<BarLength> length() {
        return to instanceof BarRule.Time(var length) ? Optional.of(length) : Optional.empty();
    }

    private Source ofFile(Path path) {
        FileSeries read = FileSeries.read(
                path,
                new Reading(
                        file.symbol().map(symbol -> symbol.symbol()), file.zone, Optional.empty(), file.barEnd, to));
        String symbol = chosen(path, read.symbols());
        return new Source(
                path.toString(),
                read.layout(),
                symbol,
                read.getSeries(symbol),
                read.isOfTrades() ? Optional.empty() : read.length(),
                read.hasVolume(),
                read.rows(),
                read.quarantinedRows(),
                read.quarantined());
    }

    private Source ofArchive() {
        InstrumentId symbol = file.symbol()
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "Say what to make bars of with --csv FILE, or with --symbol SYMBOL of a desk's archive"));
        DeskFolder folder = desk.in(dataFolder());
        Timeframe stored = StoredChoice.of(OfflineArchive.series(folder), symbol, timeframe);
        BarSeries bars = OfflineArchive.bars(folder, symbol, stored, Long.MIN_VALUE, Long.MAX_VALUE);
        return new Source(
                folder.name(),
                "",
                symbol.symbol(),
                bars,
                Optional.of(BarLength.of(stored)),
                true,
                bars.size(),
                0,
                List.of());
    }

    private String chosen(Path path, List<String> symbols) {
        if (symbols.isEmpty()) {
            throw new RefusedByRule("No row of " + path + " can be true, so there is nothing to make bars of.");
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

    private BarSeries made(Source source) {
        BarSeries bars = wishes.adjusted(source.bars());
        Optional<BarLength> finer = source.length();
        if (finer.isEmpty()) {
            return bars;
        }
        if (!(to instanceof BarRule.Time(var length))) {
            throw new RefusedByRule(
                    "Only trades can be made into bars of trades, volume or money; " + source.place() + " holds bars.");
        }
        if (!finer.get().tiles(length)) {
            throw new RefusedByRule("Bars of " + finer.get() + " do not make up bars of " + length + ".");
        }
        return Resampler.resample(bars, length);
    }

    private void tell(Source source, BarSeries bars) {
        PrintWriter console = Console.of(spec).out();
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("file", source.place());
            summary.put("layout", source.layout());
            summary.put("symbol", source.symbol());
            summary.put("from", source.length().map(BarLength::label).orElse("trades"));
            summary.put("to", name(to));
            summary.put("rows", source.rows());
            summary.put("quarantinedRows", source.quarantinedRows());
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
                source.rows(),
                out);
        if (source.quarantinedRows() > 0) {
            QuarantinedRow first = source.quarantined().getFirst();
            console.printf(
                    Locale.ENGLISH,
                    "%,d rows cannot be true and were left out; the first is line %d: %s%n",
                    source.quarantinedRows(),
                    first.line(),
                    first.reason().sentence());
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
