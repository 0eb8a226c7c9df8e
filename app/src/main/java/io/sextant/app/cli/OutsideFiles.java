package io.sextant.app.cli;

import io.sextant.analytics.feature.DataNeed;
import io.sextant.analytics.feature.FeatureSource;
import io.sextant.analytics.fundamental.CompanyFeatures;
import io.sextant.analytics.options.ChainReadings;
import io.sextant.analytics.options.OptionChain;
import io.sextant.analytics.sentiment.HeadlineFeatures;
import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.OfflineArchive;
import io.sextant.domain.dataset.ChainSheet;
import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.market.Headline;
import io.sextant.domain.source.StoredMacro;
import io.sextant.marketdata.file.ChainFile;
import io.sextant.marketdata.file.NumberTable;
import io.sextant.reference.company.CompanyDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What features may know beside bars: published figures, chains of options, macro series, headlines. */
final class OutsideFiles {

    private static final List<String> TIME_COLUMNS = List.of("known", "time", "time_utc", "published", "date");
    private static final List<String> TEXT_COLUMNS = List.of("headline", "title", "text");

    /** How each is handed in. */
    private static final Map<DataNeed, String> DOORS = new EnumMap<>(Map.of(
            DataNeed.PEER, "--peer",
            DataNeed.FUNDAMENTALS, "--companies",
            DataNeed.OPTIONS, "--chain",
            DataNeed.NEWS, "--headlines",
            DataNeed.TRADES, "--recording",
            DataNeed.DEPTH, "--recording"));

    @Option(
            names = "--companies",
            paramLabel = "FILE",
            description =
                    "Published figures, CSV or JSON; with --symbol they tell the features of the family fundamentals.")
    @Nullable Path companies;

    @Option(
            names = "--chain",
            paramLabel = "FILE",
            description =
                    "Chains of options on the instrument, as for options chain; each is known at the end of its day.")
    @Nullable Path chain;

    @Option(
            names = "--headlines",
            paramLabel = "FILE",
            description =
                    "Headlines about the instrument: a column known (or time, date) and a column headline (or title, text).")
    @Nullable Path headlines;

    @Option(
            names = "--macro",
            description =
                    "Series that the desk has stored under FRED's names (DFF, DGS2, DGS10, CPIAUCSL, UNRATE, DTWEXBGS,"
                            + " BAA10Y), each figure from the time that it was known.")
    boolean macro;

    @Mixin
    DeskChoice desk = new DeskChoice();

    Set<DataNeed> data() {
        Set<DataNeed> data = EnumSet.noneOf(DataNeed.class);
        if (companies != null) {
            data.add(DataNeed.FUNDAMENTALS);
        }
        if (chain != null) {
            data.add(DataNeed.OPTIONS);
        }
        if (headlines != null) {
            data.add(DataNeed.NEWS);
        }
        if (macro) {
            data.add(DataNeed.MACRO);
        }
        return data;
    }

    /** What to name so that features may have what they need. */
    static String door(Set<DataNeed> needs) {
        if (needs.contains(DataNeed.MACRO)) {
            return "store series with sextant macro and name --macro.";
        }
        if (needs.contains(DataNeed.REGIMES)) {
            return "name --regimes.";
        }
        String doors = needs.stream()
                .map(DOORS::get)
                .filter(door -> door != null)
                .distinct()
                .collect(Collectors.joining(" and "));
        return doors.isEmpty() ? "no file has that." : "name a file with " + doors + ".";
    }

    FeatureSource source(String symbol, @Nullable Path dataFolder) throws IOException {
        List<FeatureSource> sources = new ArrayList<>();
        if (companies != null) {
            sources.add(figures(companies, symbol));
        }
        if (chain != null) {
            sources.add(chains(chain));
        }
        if (headlines != null) {
            sources.add(new HeadlineFeatures(read(headlines)));
        }
        if (macro) {
            sources.add(stored(desk.in(dataFolder)));
        }
        return FeatureSource.all(sources);
    }

    private static FeatureSource figures(Path file, String symbol) throws IOException {
        List<CompanyFact> facts = CompanyDesk.facts(file, symbol);
        if (facts.isEmpty()) {
            throw new RefusedByRule(
                    "The file " + file + " says nothing of '" + symbol + "'; name a company with --symbol.");
        }
        return new CompanyFeatures(facts);
    }

    private static FeatureSource chains(Path file) {
        ChainFile read = ChainFile.read(file);
        List<OptionChain> chains = new ArrayList<>();
        for (LocalDate day : read.days()) {
            ChainSheet sheet = read.sheet(day);
            if (sheet.underlying() > 0) {
                chains.add(OptionChain.of(sheet, sheet.underlying(), 0, 0, 100));
            }
        }
        if (chains.isEmpty()) {
            throw new RefusedByRule("The file " + file + " has no day with a row of the underlying.");
        }
        return ChainReadings.of(chains);
    }

    private static FeatureSource stored(DeskFolder folder) {
        Set<String> names =
                OfflineArchive.macro(folder).stream().map(StoredMacro::name).collect(Collectors.toSet());
        return MacroReadings.of(name ->
                        names.contains(name) ? Optional.of(OfflineArchive.macro(folder, name)) : Optional.empty())
                .orElseThrow(
                        () -> new RefusedByRule(
                                "The desk has stored none of the series that features speak of; sextant macro import reads one."));
    }

    private static List<Headline> read(Path file) {
        NumberTable table = NumberTable.read(file);
        String[] times = table.texts(column(file, table, TIME_COLUMNS));
        String[] texts = table.texts(column(file, table, TEXT_COLUMNS));
        List<Headline> all = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            all.add(new Headline(known(file, times[i], i + 2), List.of(), "", List.of(), texts[i], file.toString()));
        }
        return all;
    }

    private static String column(Path file, NumberTable table, List<String> names) {
        return names.stream()
                .filter(table::has)
                .findFirst()
                .orElseThrow(() ->
                        new RefusedByRule("The file " + file + " has no column " + String.join(" or ", names) + "."));
    }

    /** A day without an hour is known when it is over. */
    private static long known(Path file, String text, int line) {
        try {
            Instant time = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        } catch (DateTimeException | ArithmeticException notATime) {
            throw new RefusedByRule(
                    "Line " + line + " of " + file + " has no time like 2024-03-01T12:00:00Z: '" + text + "'.");
        }
    }
}
