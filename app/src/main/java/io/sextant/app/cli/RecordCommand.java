package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.session.LiveChoice;
import io.sextant.app.session.LiveRecording;
import io.sextant.domain.time.SystemClock;
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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Records every tick of a market, to trade on paper or to measure with. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Records every tick of a simulated market or a live venue; trade it on paper with sextant run --paper FILE.")
final class RecordCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; replaced when whole.")
    Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "S", description = "Of a simulated market: decides all chance.")
    @Nullable Long seed;

    @Mixin
    FeedOptions feed = new FeedOptions();

    @Option(
            names = "--for",
            required = true,
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How much market time, for example 2h; of a live venue that is how long it takes.")
    Duration length = Duration.ZERO;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "2026-01-05",
            description = "When the simulated market starts, UTC (${DEFAULT-VALUE}).")
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--json", description = "Print nothing but a JSON summary.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<LiveChoice> live = feed.choice(spec);
        Long chosen = seed;
        if (live.isPresent() == (chosen != null)) {
            throw usage("record wants either --seed of a simulated market or --feed of a live one");
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("file", out.toString());
        if (live.isPresent()) {
            recordLive(live.get(), summary);
        } else {
            recordSimulated(Objects.requireNonNull(chosen), summary);
        }
        PrintWriter console = Console.of(spec).out();
        if (json) {
            Json.print(console, summary);
        } else {
            console.printf(
                    Locale.ENGLISH,
                    "%,d events of %s recorded in %s%n",
                    (Long) summary.get("events"),
                    live.map(choice -> choice.venue().label()).orElse("a simulated market"),
                    out);
            console.flush();
        }
        return ExitCode.OK;
    }

    private RuntimeException usage(String sentence) {
        CommandSpec known = spec;
        return known == null
                ? new IllegalArgumentException(sentence)
                : new ParameterException(known.commandLine(), sentence);
    }

    private void recordSimulated(long chosen, Map<String, Object> summary) throws IOException {
        long startNanos = from.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
        try (SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(chosen, startNanos));
                FeedRecorder recorder =
                        FeedRecorder.create(out.toAbsolutePath(), exchange.instruments(), exchange.name())) {
            recorder.record(exchange, startNanos + length.toNanos());
            summary.put("seed", chosen);
            summary.put("events", recorder.events());
            summary.put("simulated", true);
        }
    }

    private void recordLive(LiveChoice choice, Map<String, Object> summary) throws IOException {
        Path chosen = dataFolder();
        LiveRecording recorded = LiveRecording.make(
                choice, out.toAbsolutePath(), chosen == null ? DataFolder.usual() : chosen, length, new SystemClock());
        summary.put("feed", choice.venue().label());
        summary.put("events", recorded.events());
        summary.put("simulated", false);
        summary.put("feedTransport", recorded.health().transport().name());
        summary.put("feedDetail", recorded.health().detail());
        summary.put("feedStretchesNotTrusted", recorded.health().stretchesNotTrusted());
    }
}
