package io.sextant.app.cli;

import io.sextant.app.session.SimulatedPast;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.marketdata.file.BarCsv;
import io.sextant.marketdata.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the bars of a simulated past to a file. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Writes the bars of a simulated past to a CSV file; the same seed gives the same file.")
final class SimulateCommand extends SextantCommand.Part {

    private static final int MOST_DAYS = 36_500;

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--days", required = true, paramLabel = "N", description = "How many days.")
    int days;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Decides all chance.")
    long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to; replaced when whole.")
    Path out = Path.of("");

    @Option(
            names = "--instrument",
            paramLabel = "ID",
            defaultValue = "BTC-USDT",
            description = "Which instrument (${DEFAULT-VALUE}).")
    String instrument = "";

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            defaultValue = "1m",
            description = "Length of a bar: 1m, 5m, 15m, 30m, 1h, 4h, 1d (${DEFAULT-VALUE}).")
    String timeframe = "";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "2020-01-01",
            description = "First day, UTC (${DEFAULT-VALUE}).")
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--json", description = "Print nothing but a JSON summary.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Job.SimulateHistory job = job();
        BarSeries bars = SimulatedPast.bars(job);
        WholeFile.write(out, csv -> BarCsv.write(csv, bars, true));
        PrintWriter console = Console.of(spec).out();
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("file", out.toString());
            summary.put("instrument", instrument);
            summary.put("timeframe", timeframe);
            summary.put("seed", seed);
            summary.put("bars", bars.size());
            summary.put("simulated", true);
            Json.print(console, summary);
        } else {
            console.printf(Locale.ENGLISH, "%,d simulated bars of %s written to %s%n", bars.size(), instrument, out);
            console.flush();
        }
        return ExitCode.OK;
    }

    private Job.SimulateHistory job() {
        if (days < 1 || days > MOST_DAYS) {
            throw usage("--days must be within 1 to " + MOST_DAYS + ", was " + days);
        }
        try {
            long fromNanos = from.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
            Timeframe length = Timeframe.parse(timeframe);
            if (length.nominalNanos() < Timeframe.M1.nominalNanos()) {
                throw usage("the simulated past begins at one minute; " + timeframe + " exists live only");
            }
            return new Job.SimulateHistory(
                    seed, SimulatedPast.known(InstrumentId.of(instrument)), length, fromNanos, days);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException usage(String sentence) {
        if (spec == null) {
            throw new IllegalArgumentException(sentence);
        }
        return new ParameterException(spec.commandLine(), sentence);
    }
}
