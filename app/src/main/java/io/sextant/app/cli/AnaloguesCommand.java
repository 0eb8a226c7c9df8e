package io.sextant.app.cli;

import io.sextant.analytics.analogue.Analogue;
import io.sextant.analytics.analogue.Recall;
import io.sextant.analytics.analogue.Situations;
import io.sextant.analytics.analogue.TrackRecord;
import io.sextant.analytics.feature.DataNeed;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.OfflineArchive;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Past situations like the newest one of a file of bars. */
@Command(
        name = "analogues",
        mixinStandardHelpOptions = true,
        description =
                "Finds past bars that were like the newest, with what followed them and whether that ever helped.")
final class AnaloguesCommand extends SextantCommand.Part {

    /** Of a remembered bar while its neighbours are looked for: distance, outcome, and its place in an order of objects, sorted. */
    private static final int SEARCH_BYTES = 64;

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description =
                    "Bars, or trades, which become bars of a minute; without it the archive is read, by --symbol.")
    @Nullable Path csv;

    @Mixin
    FileOptions file = new FileOptions();

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = ImportCommand.TimeframeConverter.class,
            description = "Which stored bars of the symbol; not needed where there is one length.")
    @Nullable Timeframe timeframe;

    @Mixin
    DeskChoice desk = new DeskChoice();

    @Option(names = "--count", paramLabel = "N", description = "How many analogues; 20 if not given.")
    int count = 20;

    @Option(names = "--horizon", paramLabel = "H", description = "What followed over how many bars; 5 if not given.")
    int horizon = 5;

    @Option(names = "--memory", paramLabel = "N", description = "How many bars to look back; 20,000 if not given.")
    int memory = Situations.MEMORY_USUAL;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description =
                    "The features that tell a situation; twelve of trend, range, volume and volatility if not given.")
    List<String> only = List.of();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        List<Feature> features = chosen();
        BarSeries bars = bars();
        requireRoom(bars.size(), features.size(), HeapRoom.ofThisProcess());
        double[][] columns =
                FeatureColumns.of(bars, null, (time, into) -> {}, features).all();
        Recall present;
        Optional<TrackRecord> record;
        try {
            Situations situations = new Situations(columns, bars.close(), bars.high(), bars.low(), horizon, memory);
            present = situations.recall(bars.size() - 1, count);
            record = TrackRecord.before(situations, present, count);
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("Nothing can be remembered: " + cannotBe.getMessage() + ".");
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer(bars, features, present, record));
        } else {
            tell(out, bars, present, record);
        }
        return ExitCode.OK;
    }

    /** All columns; what followed each remembered bar, for each time that the record asks; and one search at a time. */
    void requireRoom(int rows, int columns, HeapRoom room) {
        double remembered = Math.min(memory, rows);
        room.require(
                (double) rows * columns * Double.BYTES
                        + remembered * (TrackRecord.ASKED_MAX * (double) Double.BYTES + SEARCH_BYTES),
                String.format(Locale.ENGLISH, "Remembering %,.0f of %,d bars", remembered, rows),
                "look back over fewer with --memory");
    }

    private BarSeries bars() {
        Path from = csv;
        if (from != null) {
            return FileBars.of(from, file);
        }
        InstrumentId wanted = file.symbol()
                .orElseThrow(
                        () -> new RefusedByRule(
                                "Name a file with --csv, or a series of the archive with --symbol; sextant export lists what there is."));
        DeskFolder folder = desk.in(dataFolder());
        Timeframe length = StoredChoice.of(OfflineArchive.series(folder), wanted, timeframe);
        return OfflineArchive.bars(folder, wanted, length, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private List<Feature> chosen() {
        List<Feature> chosen = new ArrayList<>();
        for (String name : only.isEmpty() ? Situations.FEATURES_USUAL : only) {
            Feature feature = FeatureCatalog.find(name.strip())
                    .orElseThrow(() -> new RefusedByRule(
                            "There is no feature called '" + name + "'; sextant features --list shows all."));
            if (!feature.isWithin(Feature.ofBarsAlone())) {
                throw new RefusedByRule("The feature " + name + " needs "
                        + String.join(
                                ", ",
                                feature.needs().stream()
                                        .map(DataNeed::words)
                                        .sorted()
                                        .toList())
                        + ", which a file of bars does not hold.");
            }
            chosen.add(feature);
        }
        return chosen;
    }

    private Map<String, Object> answer(
            BarSeries bars, List<Feature> features, Recall present, Optional<TrackRecord> record) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("source", csv == null ? "archive" : csv.toString());
        answer.put("bars", bars.size());
        answer.put("time", UtcText.of(bars.openTimeNanos()[present.bar()]));
        answer.put("horizon", horizon);
        answer.put("features", features.stream().map(Feature::name).toList());
        List<Map<String, Object>> analogues = new ArrayList<>();
        for (Analogue each : present.analogues()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("bar", each.bar());
            one.put("time", UtcText.of(bars.openTimeNanos()[each.bar()]));
            one.put("outcomeEnd", UtcText.of(bars.openTimeNanos()[each.bar() + horizon]));
            one.put("distance", each.distance());
            one.put("percentile", each.percentile());
            one.put("followed", each.followed());
            one.put("lowest", each.lowest());
            one.put("highest", each.highest());
            analogues.add(one);
        }
        answer.put("analogues", analogues);
        Map<String, Object> followed = new LinkedHashMap<>();
        followed.put("mean", present.mean());
        followed.put("shareUp", present.shareUp());
        followed.put("usualMean", present.usualMean());
        followed.put("usualShareUp", present.usualShareUp());
        followed.put("usualBars", present.usual().length);
        answer.put("followed", followed);
        answer.put("record", record.map(AnaloguesCommand::recordOf).orElse(null));
        return answer;
    }

    private static Map<String, Object> recordOf(TrackRecord record) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("verdict", word(record));
        map.put("asked", record.asked());
        map.put("hitRate", record.hitRate());
        map.put("hitRateInterval", List.of(record.hitRateLow(), record.hitRateHigh()));
        map.put("usualHitRate", record.usualHitRate());
        map.put("gain", record.gain());
        map.put("gainInterval", List.of(record.gainLow(), record.gainHigh()));
        map.put("errorRatio", record.errorRatio());
        map.put("familiarity", record.familiarity());
        return map;
    }

    private static String word(TrackRecord record) {
        return record.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void tell(PrintWriter out, BarSeries bars, Recall present, Optional<TrackRecord> record) {
        for (Analogue each : present.analogues()) {
            out.printf(
                    Locale.ENGLISH,
                    "%s  distance %.3f (nearest %.2f %%)  then %+.2f %%, on the way %+.2f %% to %+.2f %%%n",
                    UtcText.of(bars.openTimeNanos()[each.bar()]),
                    each.distance(),
                    100 * each.percentile(),
                    100 * each.followed(),
                    100 * each.lowest(),
                    100 * each.highest());
        }
        out.printf(
                Locale.ENGLISH,
                "after them %+.3f %% on average and up in %.0f %%; usually %+.3f %% and %.0f %%%n",
                100 * present.mean(),
                100 * present.shareUp(),
                100 * present.usualMean(),
                100 * present.usualShareUp());
        out.println(record.map(each -> String.format(
                        Locale.ENGLISH,
                        "asked %d times before, the side was right in %.1f %% (%.1f to %.1f), by the usual mean in %.1f %%:"
                                + " a gain of %+.1f points (%+.1f to %+.1f): %s",
                        each.asked(),
                        100 * each.hitRate(),
                        100 * each.hitRateLow(),
                        100 * each.hitRateHigh(),
                        100 * each.usualHitRate(),
                        100 * each.gain(),
                        100 * each.gainLow(),
                        100 * each.gainHigh(),
                        word(each)))
                .orElse("the past is too short to say whether this ever helped"));
        out.flush();
    }
}
