package io.sextant.app.cli;

import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.HistorySource;
import io.sextant.app.session.OfflineArchive;
import io.sextant.app.terminal.Terminal;
import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.time.SystemClock;
import io.sextant.exchange.port.VenueException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Bars of the past from a web service into the archive, through the same intake as files. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description =
                "Asks a service or a venue for bars of the past and stores them; running it twice stores nothing twice.")
final class HistoryCommand extends SextantCommand.Part {

    /** That much after what was asked for, a first bar is late. */
    private static final long LATE_BARS = 60;

    private static final long LATE_NANOS = 10 * 86_400_000_000_000L;

    private static final String KEY = "SEXTANT_ALPHAVANTAGE_KEY";

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "SOURCE",
            description = "yahoo or alphavantage (its key in " + KEY + ") for days; binance, kraken or coinbase.")
    String from = "";

    @Option(
            names = "--symbols",
            required = true,
            split = ",",
            paramLabel = "SYMBOLS",
            description = "As the source names them, for example AAPL,^GSPC; pairs as BTC-USDT.")
    List<String> symbols = List.of();

    @Option(
            names = "--interval",
            paramLabel = "TF",
            converter = ImportCommand.TimeframeConverter.class,
            description = "Length of the bars (1d).")
    Timeframe interval = Timeframe.D1;

    @Option(names = "--since", required = true, paramLabel = "DATE", description = "The first day, UTC.")
    LocalDate since = LocalDate.EPOCH;

    @Option(names = "--until", paramLabel = "DATE", description = "The day after the last; up to now if not given.")
    @Nullable LocalDate until;

    @Mixin
    DeskChoice desk = new DeskChoice();

    @Option(names = "--dry-run", description = "Ask and tell what would happen, store nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Option(names = "--requests-at", hidden = true, description = "Another address for the source.")
    @Nullable String requestsAt;

    private final List<String> warnings = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        HistorySource source = source();
        Terminal terminal = Console.of(spec);
        PaceLine pace = new PaceLine(terminal, !json, new SystemClock());
        Path folder = Files.createTempDirectory("sextant-history");
        try {
            Map<InstrumentId, Path> asked = ask(source, folder, pace);
            List<FileImport> imported = new ArrayList<>();
            String quarantine = "";
            for (Map.Entry<InstrumentId, Path> one : asked.entrySet()) {
                ImportReport report = store(one.getKey(), one.getValue(), pace);
                imported.addAll(report.files());
                quarantine = report.quarantineFile().isEmpty() ? quarantine : report.quarantineFile();
            }
            pace.finish();
            ImportText text = new ImportText(new ImportReport(imported, dryRun, quarantine), pace.seconds());
            if (json) {
                Map<String, Object> map = text.toMap();
                map.put("warnings", warnings);
                Json.print(terminal.out(), map);
            } else {
                text.print(terminal.out());
                warnings.forEach(warning -> terminal.out().println("Warning: " + warning));
                terminal.out().flush();
            }
            return imported.stream().anyMatch(file -> file.problem().isPresent()) ? ExitCode.FILE : ExitCode.OK;
        } finally {
            pace.finish();
            delete(folder);
        }
    }

    private HistorySource source() {
        String name = from.toLowerCase(Locale.ROOT);
        String key = System.getenv(KEY);
        if (name.equals("alphavantage") && (key == null || key.isBlank())) {
            throw new RefusedByRule("alphavantage wants a key; put it into the environment variable " + KEY + ".");
        }
        return HistorySource.find(name, Optional.ofNullable(requestsAt), Optional.ofNullable(key))
                .orElseThrow(
                        () -> usage("--from knows yahoo, alphavantage, binance, kraken and coinbase, not " + from));
    }

    private RuntimeException usage(String sentence) {
        CommandSpec known = spec;
        return known == null
                ? new IllegalArgumentException(sentence)
                : new ParameterException(known.commandLine(), sentence);
    }

    /** Asks for everything before anything is stored, so that a failure half-way leaves nothing half done. */
    private Map<InstrumentId, Path> ask(HistorySource source, Path folder, PaceLine pace) throws IOException {
        long fromNanos = nanos(since);
        long now = interval.startOf(new SystemClock().nanos());
        LocalDate last = until;
        long toNanos = last == null ? now : Math.min(now, nanos(last));
        Map<InstrumentId, Path> files = new LinkedHashMap<>();
        for (String symbol : symbols) {
            pace.checkCancelled();
            Map<InstrumentId, BarSeries> found = ask(source, symbol.strip(), fromNanos, toNanos, pace);
            for (Map.Entry<InstrumentId, BarSeries> one : found.entrySet()) {
                if (one.getValue().isEmpty()) {
                    throw new RefusedByRule(
                            "Nothing was stored: " + from + " has no bars of " + symbol + " since " + since + ".");
                }
                warnWhenCutShort(one.getKey(), one.getValue(), fromNanos);
                files.put(one.getKey(), write(folder.resolve(one.getKey() + ".csv"), one.getValue()));
            }
        }
        return files;
    }

    /** Where adjusted prices are stored already, all of them are asked for again, so that they are adjusted alike. */
    private Map<InstrumentId, BarSeries> ask(
            HistorySource source, String symbol, long fromNanos, long toNanos, PaceLine pace) {
        Optional<InstrumentId> adjusted = source.findAdjusted(symbol);
        BarSeries stored = adjusted.map(this::stored).orElse(BarSeries.EMPTY);
        long first = stored.isEmpty() ? fromNanos : Math.min(fromNanos, stored.firstTimeNanos());
        long end = stored.isEmpty() ? toNanos : Math.max(toNanos, interval.nextStart(stored.lastTimeNanos()));
        try {
            Map<InstrumentId, BarSeries> found = source.ask(symbol, interval, first, end, pace::worked);
            adjusted.ifPresent(id -> requireAll(id, stored, found.getOrDefault(id, BarSeries.EMPTY)));
            return found;
        } catch (VenueException e) {
            throw new RefusedByRule(
                    "Nothing was stored: " + from + " gives no bars of " + symbol + " (" + e.getMessage() + ").");
        }
    }

    private BarSeries stored(InstrumentId instrument) {
        DeskFolder folder = desk.in(dataFolder());
        return Files.exists(folder.path())
                ? OfflineArchive.bars(folder, instrument, interval, Long.MIN_VALUE, Long.MAX_VALUE)
                : BarSeries.EMPTY;
    }

    private void requireAll(InstrumentId adjusted, BarSeries stored, BarSeries found) {
        for (int i = 0; i < stored.size(); i++) {
            long open = stored.openTimeNanos()[i];
            int there = found.indexAtOrAfter(open);
            if (there == found.size() || found.openTimeNanos()[there] != open) {
                throw new RefusedByRule("Nothing was stored: " + adjusted + " is stored with a bar of "
                        + UtcText.of(open) + ", and " + from
                        + " does not give that one any more. A dividend changes all"
                        + " prices before it, so new ones would not fit those.");
            }
        }
    }

    /** A market that had no trades at first begins a little later, and a source that has no more much later. */
    private void warnWhenCutShort(InstrumentId instrument, BarSeries bars, long fromNanos) {
        long late = Math.min(LATE_BARS * interval.nominalNanos(), LATE_NANOS);
        if (bars.firstTimeNanos() - fromNanos > late) {
            warnings.add(instrument + " begins at " + UtcText.of(bars.firstTimeNanos()) + ", later than asked: " + from
                    + " gives nothing older of " + interval.label() + " bars.");
        }
    }

    private static long nanos(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }

    private static Path write(Path file, BarSeries bars) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("time_utc,open,high,low,close,volume\n");
            for (int i = 0; i < bars.size(); i++) {
                out.write(UtcText.of(bars.openTimeNanos()[i]) + "," + bars.open()[i] + "," + bars.high()[i] + ","
                        + bars.low()[i] + "," + bars.close()[i] + "," + bars.volume()[i] + "\n");
            }
        }
        return file;
    }

    private ImportReport store(InstrumentId instrument, Path file, PaceLine pace) {
        return OfflineArchive.run(
                desk.in(dataFolder()),
                new Job.ImportFiles(
                        List.of(file.toString()),
                        new ImportChoices(
                                Optional.of(instrument), ZoneOffset.UTC, Optional.of(interval), false, dryRun)),
                pace);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
