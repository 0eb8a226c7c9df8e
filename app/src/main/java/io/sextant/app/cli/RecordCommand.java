package io.sextant.app.cli;

import io.sextant.marketdata.recording.FeedRecorder;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records every tick of a simulated market, to trade on paper or to measure with. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Records every tick of a simulated market; trade it on paper with sextant run --paper FILE.")
final class RecordCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; replaced when whole.")
    Path out = Path.of("");

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Decides all chance.")
    long seed;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How much market time, for example 2h.")
    Duration length = Duration.ZERO;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "2026-01-05",
            description = "When the market starts, UTC (${DEFAULT-VALUE}).")
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--json", description = "Print nothing but a JSON summary.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        long startNanos = from.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
        long events;
        try (SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(seed, startNanos));
                FeedRecorder recorder =
                        FeedRecorder.create(out.toAbsolutePath(), exchange.instruments(), exchange.name())) {
            recorder.record(exchange, startNanos + length.toNanos());
            events = recorder.events();
        }
        PrintWriter console = Console.of(spec).out();
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("file", out.toString());
            summary.put("seed", seed);
            summary.put("events", events);
            summary.put("simulated", true);
            Json.print(console, summary);
        } else {
            console.printf(Locale.ENGLISH, "%,d events of a simulated market recorded in %s%n", events, out);
            console.flush();
        }
        return ExitCode.OK;
    }
}
