package io.sextant.app.cli;

import io.sextant.app.session.OfflineArchive;
import io.sextant.app.terminal.Terminal;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.time.SystemClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Files of prices into the archive. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads files of candles or trades into the archive; running it twice stores nothing twice.")
final class ImportCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV or JSON, plain, gz or zip; a folder means all in it.")
    List<Path> files = List.of();

    @Mixin
    FileOptions options = new FileOptions();

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = TimeframeConverter.class,
            description = "Length of the bars, where their times do not tell it; of trades, which bars to store (1s).")
    @Nullable Timeframe timeframe;

    @Mixin
    DeskChoice desk = new DeskChoice();

    @Option(names = "--dry-run", description = "Look at everything, tell what would happen, store nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        ImportChoices choices = new ImportChoices(
                options.symbol(), options.zone, Optional.ofNullable(timeframe), options.barEnd, dryRun);
        Terminal terminal = Console.of(spec);
        PaceLine pace = new PaceLine(terminal, !json, new SystemClock());
        ImportReport report = OfflineArchive.run(
                desk.in(dataFolder()),
                new Job.ImportFiles(
                        files.stream()
                                .map(file -> file.toAbsolutePath().toString())
                                .toList(),
                        choices),
                pace);
        pace.finish();
        ImportText text = new ImportText(report, pace.seconds());
        if (json) {
            Json.print(terminal.out(), text.toMap());
        } else {
            text.print(terminal.out());
        }
        report.files().stream()
                .flatMap(file -> file.problem().stream())
                .limit(ImportText.PROBLEMS_SHOWN)
                .forEach(problem -> terminal.err().println("sextant: " + problem));
        return report.failedFiles() > 0 ? ExitCode.FILE : ExitCode.OK;
    }

    static final class TimeframeConverter implements ITypeConverter<Timeframe> {

        @Override
        public Timeframe convert(String text) {
            try {
                return Timeframe.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "\"" + text
                                + "\" is no stored length of bars; there are 1s, 5s, 15s, 1m, 5m, 15m, 30m, 1h, 4h, 1d, 1w, 1M");
            }
        }
    }
}
