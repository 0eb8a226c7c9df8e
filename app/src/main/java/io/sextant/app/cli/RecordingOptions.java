package io.sextant.app.cli;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.FillModel;
import io.sextant.engine.backtest.RecordedBacktest;
import io.sextant.engine.backtest.RecordedMarket;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.marketdata.recording.SeveralRecordings;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** A recorded market that a strategy is run over, in place of bars. */
final class RecordingOptions {

    @Option(
            names = "--recording",
            paramLabel = "FILE",
            description = {
                "A recording ('./sextant record') in place of bars: each trade and level as it was, orders filled by their place in the",
                "queues of the recorded book, at the recorded fees. Once for each: of other days, of other instruments, or both."
            })
    List<Path> files = List.of();

    @Option(
            names = "--symbols",
            split = ",",
            paramLabel = "SYMBOL",
            description = "Which instruments of the recordings; not needed where they hold one.")
    List<String> symbols = List.of();

    @Option(
            names = "--timeframe",
            paramLabel = "LENGTH",
            description =
                    "Of the bars that the strategy hears of a recording: 1s, 5s, 15s, 1m and on to 1d; 1m if not given.")
    String timeframe = Timeframe.M1.label();

    /** What ran, and on which terms. */
    record Ran(BacktestRun run, BacktestTerms terms) {}

    boolean isGiven() {
        return !files.isEmpty();
    }

    /** What makes a run another one than over bars alone. */
    String identity() {
        return isGiven() ? " in " + FillModel.BOOK_QUEUE.label() : "";
    }

    /** Refuses by an exception that says why. */
    Ran run(StrategyKind kind, Choice choice, CostOptions costs, PastOptions past, PrintWriter errors)
            throws IOException {
        Timeframe length = length();
        RecordedMarket recorded;
        try (SeveralRecordings feed = SeveralRecordings.open(files)) {
            List<InstrumentId> chosen = chosen(feed);
            feed.checkFitTogether(chosen);
            recorded = RecordedMarket.read(feed, chosen, length);
        }
        BacktestTerms terms = costs.recordedTerms(recorded);
        try (SeveralRecordings feed = SeveralRecordings.open(files)) {
            BacktestRun run = RecordedBacktest.run(
                    feed,
                    recorded,
                    kind,
                    choice,
                    terms,
                    past.world(recorded.market(), errors),
                    SeatListener.NOBODY,
                    () -> {});
            return new Ran(run, terms);
        }
    }

    String timeframe() {
        return length().label();
    }

    private Timeframe length() {
        return Arrays.stream(Timeframe.values())
                .filter(each -> each.label().equals(timeframe.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("bars are of "
                        + Arrays.stream(Timeframe.values())
                                .map(Timeframe::label)
                                .collect(Collectors.joining(", "))
                        + ", not of " + timeframe));
    }

    private List<InstrumentId> chosen(SeveralRecordings feed) {
        List<InstrumentId> there =
                feed.instruments().all().stream().map(Instrument::id).toList();
        if (symbols.isEmpty() && there.size() != 1) {
            throw new IllegalArgumentException((files.size() == 1 ? "the recording holds " : "the recordings hold ")
                    + there.stream().map(InstrumentId::symbol).collect(Collectors.joining(", "))
                    + "; choose with --symbols");
        }
        return symbols.isEmpty()
                ? there
                : symbols.stream()
                        .map(each -> InstrumentId.of(each.strip().toUpperCase(Locale.ROOT)))
                        .distinct()
                        .toList();
    }
}
