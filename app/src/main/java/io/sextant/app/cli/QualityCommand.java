package io.sextant.app.cli;

import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.OfflineArchive;
import io.sextant.app.terminal.Terminal;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.time.SystemClock;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.BarRule;
import io.sextant.marketdata.file.FileSeries;
import io.sextant.marketdata.file.Reading;
import io.sextant.marketdata.quality.QualityExamination;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** How good a file or an archived series is. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "Looks for everything that is wrong with a file or an archived series and sums it up in a score.")
final class QualityCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "A file, as sextant import reads it; no desk is touched.")
    @Nullable Path csv;

    @Mixin
    FileOptions file = new FileOptions();

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = ImportCommand.TimeframeConverter.class,
            description = "Which of an archived series' lengths; not needed where there is one.")
    @Nullable Timeframe timeframe;

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            converter = CalendarConverter.class,
            description = "When the market trades: always, us, cme or fx; told by the bars if not given.")
    SessionChoice session = SessionChoice.TOLD_BY_BARS;

    @Mixin
    DeskChoice desk = new DeskChoice();

    @Option(names = "--no-anomalies", description = "Leave out the hints of the isolation forest.")
    boolean noAnomalies;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        QualityChoices choices = new QualityChoices(session, !noAnomalies);
        List<QualityReport> reports = csv == null ? List.of(ofArchive(choices)) : ofFile(csv, choices);
        Terminal terminal = Console.of(spec);
        if (json) {
            Json.print(
                    terminal.out(),
                    Map.of("reports", reports.stream().map(QualityText::toMap).toList()));
        } else {
            reports.forEach(report -> QualityText.print(terminal.out(), report));
            terminal.out().flush();
        }
        return ExitCode.OK;
    }

    private QualityReport ofArchive(QualityChoices choices) {
        InstrumentId symbol = file.symbol()
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "Say what to examine with --csv FILE or --symbol SYMBOL"));
        DeskFolder folder = desk.in(dataFolder());
        Timeframe length = StoredChoice.of(OfflineArchive.series(folder), symbol, timeframe);
        return OfflineArchive.run(
                folder,
                new Job.ExamineQuality(symbol, length, choices),
                new PaceLine(Console.of(spec), false, new SystemClock()));
    }

    private List<QualityReport> ofFile(Path path, QualityChoices choices) {
        Reading reading = new Reading(
                file.symbol().map(InstrumentId::symbol),
                file.zone,
                Optional.ofNullable(timeframe).map(BarLength::of),
                file.barEnd,
                new BarRule.Time(BarLength.parse("1s")));
        FileSeries read = FileSeries.read(path, reading);
        List<String> wanted = read.symbols();
        if (wanted.isEmpty()) {
            throw new RefusedByRule("No row of " + path + " can be true.");
        }
        String chosen = file.symbol().map(InstrumentId::symbol).orElse("");
        if (wanted.contains(chosen)) {
            wanted = List.of(chosen);
        }
        List<QualityReport> reports = new ArrayList<>();
        for (String symbol : wanted) {
            BarSeries asks = symbol.endsWith(".BID") && read.symbols().contains(asksOf(symbol))
                    ? read.getSeries(asksOf(symbol))
                    : BarSeries.EMPTY;
            reports.add(QualityExamination.ofFile(
                    symbol,
                    read.getSeries(symbol),
                    asks,
                    read.length().orElseThrow(),
                    wanted.size() == 1 ? read.quarantinedRows() : 0,
                    wanted.size() == 1 ? read.quarantined() : List.of(),
                    choices));
        }
        return reports;
    }

    private static String asksOf(String bids) {
        return bids.substring(0, bids.length() - ".BID".length()) + ".ASK";
    }

    static final class CalendarConverter implements ITypeConverter<SessionChoice> {

        @Override
        public SessionChoice convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "always", "24/7", "crypto" -> SessionChoice.ALWAYS;
                case "us", "nyse", "nasdaq" -> SessionChoice.US_EQUITIES;
                case "cme" -> SessionChoice.CME_FUTURES;
                case "fx" -> SessionChoice.CURRENCIES;
                default ->
                    throw new TypeConversionException(
                            "\"" + text + "\" is no calendar; there are always, us, cme and fx");
            };
        }
    }
}
