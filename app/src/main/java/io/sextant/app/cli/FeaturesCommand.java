package io.sextant.app.cli;

import io.sextant.analytics.feature.DataNeed;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.analytics.feature.FeatureSource;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.file.ColumnCsv;
import io.sextant.marketdata.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The named features of a file of bars, or what there is to choose from. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description = "Computes named features of a file of bars; without one, lists them with formula, unit and need.",
        subcommands = FeaturesSelectCommand.class)
final class FeaturesCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--csv", paramLabel = "FILE", description = "Bars, or trades, which become bars of a minute.")
    @Nullable Path csv;

    @Option(
            names = "--recording",
            paramLabel = "FILE",
            description = "A recorded market instead (sextant record); its trades and depth tell the order flow.")
    @Nullable Path recording;

    @Option(
            names = "--regimes",
            description = "Chances of regimes too: learned from the first half of the bars, told in the second.")
    boolean regimes;

    @Option(
            names = "--peer",
            paramLabel = "FILE",
            description =
                    "Bars of the instrument to compare with; a bar without one of the same time has no such number.")
    @Nullable Path peer;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Some of them; all that the files suffice for if not given.")
    List<String> only = List.of();

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Where to; replaced when whole.")
    @Nullable Path out;

    @Option(names = "--list", description = "Show what there is and compute nothing.")
    boolean list;

    @Mixin
    OutsideFiles outside = new OutsideFiles();

    @Mixin
    FileOptions file = new FileOptions();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (csv != null && recording != null) {
            throw new RefusedByRule("Bars come from one file: --csv or --recording.");
        }
        Path from = csv != null ? csv : recording;
        if (list || from == null) {
            showAll();
            return ExitCode.OK;
        }
        Path to = out;
        if (to == null) {
            CommandSpec known = spec;
            throw known == null
                    ? new IllegalStateException("the command was not started by picocli")
                    : new ParameterException(known.commandLine(), "Say where to with --out FILE.csv");
        }
        Set<DataNeed> data = EnumSet.copyOf(Feature.ofBarsAlone());
        if (peer != null) {
            data.add(DataNeed.PEER);
        }
        data.addAll(outside.data());
        if (recording != null) {
            data.addAll(Set.of(DataNeed.TRADES, DataNeed.DEPTH));
        }
        if (regimes) {
            data.add(DataNeed.REGIMES);
        }
        List<Feature> features = chosen(data);
        Optional<RecordedFlow> flow =
                recording == null ? Optional.empty() : Optional.of(RecordedFlow.read(from, file.symbol()));
        BarSeries bars = flow.isPresent() ? flow.get().bars() : FileBars.of(from, file);
        FeatureColumns columns = FeatureColumns.of(bars, peerCloses(bars), known(bars, flow), features);
        // The last bar of a recording may have gone on after it.
        int rows = Math.max(0, flow.isPresent() ? bars.size() - 1 : bars.size());
        List<String> names = features.stream().map(Feature::name).toList();
        WholeFile.write(
                to, text -> ColumnCsv.write(text, bars.openTimeNanos(), rows, names, Arrays.asList(columns.all())));
        tell(from, to, rows, features);
        return ExitCode.OK;
    }

    private FeatureSource known(BarSeries bars, Optional<RecordedFlow> flow) throws IOException {
        InstrumentId named = file.symbol;
        List<FeatureSource> sources = new ArrayList<>();
        sources.add(outside.source(named == null ? "" : named.symbol(), dataFolder()));
        flow.ifPresent(read -> sources.add(read.readings()));
        if (regimes) {
            sources.add(RegimeReadings.of(bars));
        }
        return FeatureSource.all(sources);
    }

    private List<Feature> chosen(Set<DataNeed> data) {
        if (only.isEmpty()) {
            return FeatureCatalog.within(data);
        }
        List<Feature> chosen = new ArrayList<>();
        for (String name : only) {
            Feature feature = FeatureCatalog.find(name.strip())
                    .orElseThrow(() -> new RefusedByRule(
                            "There is no feature called '" + name + "'; sextant features --list shows all."));
            if (!feature.isWithin(data)) {
                throw new RefusedByRule(
                        "The feature " + name + " needs " + needs(feature) + "; " + OutsideFiles.door(feature.needs()));
            }
            chosen.add(feature);
        }
        return chosen;
    }

    /** The peer's close at the same time; nothing is carried forward. */
    private double @Nullable [] peerCloses(BarSeries bars) {
        Path of = peer;
        if (of == null) {
            return null;
        }
        BarSeries other = FileBars.of(of, file);
        double[] closes = new double[bars.size()];
        for (int i = 0; i < closes.length; i++) {
            int at = other.indexAtOrAfter(bars.openTimeNanos()[i]);
            boolean same = at < other.size() && other.openTimeNanos()[at] == bars.openTimeNanos()[i];
            closes[i] = same ? other.close()[at] : Double.NaN;
        }
        return closes;
    }

    private void tell(Path from, Path to, int bars, List<Feature> features) {
        int left = FeatureCatalog.all().size() - features.size();
        PrintWriter console = Console.of(spec).out();
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("file", from.toString());
            summary.put("bars", bars);
            summary.put("features", features.size());
            summary.put("leftOut", left);
            summary.put("out", to.toString());
            Json.print(console, summary);
            return;
        }
        console.printf(Locale.ENGLISH, "%,d bars, %d features, written to %s%n", bars, features.size(), to);
        if (only.isEmpty() && left > 0) {
            console.printf(
                    Locale.ENGLISH,
                    "%d more need what the files do not hold; sextant features --list says what.%n",
                    left);
        }
        console.flush();
    }

    private void showAll() {
        PrintWriter console = Console.of(spec).out();
        if (json) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (Feature feature : FeatureCatalog.all()) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("name", feature.name());
                map.put("family", family(feature));
                map.put("formula", feature.formula());
                map.put("unit", feature.unit());
                map.put("warmUpBars", feature.warmUpBars());
                map.put(
                        "needs",
                        feature.needs().stream().sorted().map(DataNeed::words).toList());
                all.add(map);
            }
            Json.print(console, Map.of("features", all));
            return;
        }
        for (Feature feature : FeatureCatalog.all()) {
            console.printf(
                    Locale.ENGLISH,
                    "%-26s %-12s %5d bars  [%s]  %s%s%n",
                    feature.name(),
                    family(feature),
                    feature.warmUpBars(),
                    feature.unit(),
                    feature.formula(),
                    feature.isWithin(Feature.ofBarsAlone()) ? "" : "  (needs " + needs(feature) + ")");
        }
        console.flush();
    }

    private static String family(Feature feature) {
        return feature.family().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String needs(Feature feature) {
        return feature.needs().stream().sorted().map(DataNeed::words).collect(Collectors.joining(", "));
    }
}
