package io.sextant.app.cli;

import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.OfflineArchive;
import io.sextant.app.terminal.Terminal;
import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.time.SystemClock;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.file.BarCsv;
import io.sextant.marketdata.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Bars of the archive into a CSV file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes bars of the archive to a CSV file; without --symbol it lists what there is.")
final class ExportCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            converter = FileOptions.SymbolConverter.class,
            description = "Which series.")
    @Nullable InstrumentId symbol;

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = ImportCommand.TimeframeConverter.class,
            description = "Which of its lengths; not needed where there is one.")
    @Nullable Timeframe timeframe;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Where to; replaced when whole.")
    @Nullable Path out;

    @Option(names = "--from", paramLabel = "DATE", description = "First day, UTC.")
    @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", description = "First day that is left out, UTC.")
    @Nullable LocalDate until;

    @Mixin
    DeskChoice desk = new DeskChoice();

    @Mixin
    BarWishes wishes = new BarWishes();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        DeskFolder folder = desk.in(dataFolder());
        Terminal terminal = Console.of(spec);
        List<ArchivedSeries> all = OfflineArchive.series(folder);
        InstrumentId wanted = symbol;
        Path target = out;
        if (wanted == null || target == null) {
            list(terminal, all);
            return ExitCode.OK;
        }
        Timeframe length = StoredChoice.of(all, wanted, timeframe);
        long bars = wishes.areNone()
                ? OfflineArchive.run(
                        folder,
                        new Job.ExportBars(wanted, length, firstNanos(), untilNanos(), target.toString()),
                        new PaceLine(terminal, false, new SystemClock()))
                : exportAsWished(folder, wanted, length, target);
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("symbol", wanted.symbol());
            summary.put("timeframe", length.label());
            summary.put("bars", bars);
            summary.put("out", target.toString());
            Json.print(terminal.out(), summary);
        } else {
            terminal.out().printf(Locale.ENGLISH, "%,d bars of %s written to %s%n", bars, wanted, target);
            terminal.out().flush();
        }
        return ExitCode.OK;
    }

    private long exportAsWished(DeskFolder folder, InstrumentId wanted, Timeframe length, Path target)
            throws IOException {
        // Adjusted by what happened until the archive's end, whatever stretch of it is written.
        BarSeries all = OfflineArchive.bars(folder, wanted, length, Long.MIN_VALUE, Long.MAX_VALUE);
        BarSeries adjusted = wishes.adjusted(all);
        BarSeries stretch =
                adjusted.copyOfRange(adjusted.indexAtOrAfter(firstNanos()), adjusted.indexAtOrAfter(untilNanos()));
        BarSeries bars = wishes.filled(stretch, Optional.of(BarLength.of(length)));
        WholeFile.write(target, text -> BarCsv.write(text, bars, true));
        return bars.size();
    }

    private long firstNanos() {
        return nanos(from, Long.MIN_VALUE);
    }

    private long untilNanos() {
        return nanos(until, Long.MAX_VALUE);
    }

    private static long nanos(@Nullable LocalDate day, long otherwise) {
        return day == null ? otherwise : day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }

    private void list(Terminal terminal, List<ArchivedSeries> all) {
        if (json) {
            Json.print(
                    terminal.out(),
                    Map.of("series", all.stream().map(ExportCommand::toMap).toList()));
            return;
        }
        Table table = new Table("SERIES", "BARS OF", "BARS", "FROM", "TO");
        all.forEach(one -> table.row(
                one.instrument(),
                one.timeframe().label(),
                one.bars(),
                UtcText.of(one.firstNanos()),
                UtcText.of(one.lastNanos())));
        table.printOr(terminal.out(), "The archive is empty.");
        terminal.out().flush();
    }

    private static Map<String, Object> toMap(ArchivedSeries one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("symbol", one.instrument().symbol());
        map.put("timeframe", one.timeframe().label());
        map.put("bars", one.bars());
        map.put("first", UtcText.of(one.firstNanos()));
        map.put("last", UtcText.of(one.lastNanos()));
        return map;
    }
}
