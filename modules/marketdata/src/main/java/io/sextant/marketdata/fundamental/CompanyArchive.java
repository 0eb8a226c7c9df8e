package io.sextant.marketdata.fundamental;

import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyRecord;
import io.sextant.domain.fundamental.CompanyTopic;
import io.sextant.domain.source.Observation;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.marketdata.macro.MacroMerge;
import io.sextant.marketdata.macro.MacroSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Facts of companies in the archive of macro series, since a company's figure has the same two times as an economy's: each topic of each company
 * is a series called {@code @SYMBOL/topic}. Nothing that was known is ever changed or forgotten.
 */
public final class CompanyArchive {

    private final MacroArchive archive;

    /** What an archive would gain. */
    public record Gain(int added, int revised) {}

    public CompanyArchive(MacroArchive archive) {
        this.archive = archive;
    }

    /** Every company of which something was known at a time, by symbol; nothing that was published later. */
    public List<CompanyRecord> knownAt(long nanos) {
        Map<String, List<CompanyFact>> bySymbol = new TreeMap<>();
        archive.readAll(MacroArchive.COMPANIES)
                .forEach(series -> decode(series.id())
                        .ifPresent(place -> series.asOf(nanos)
                                .forEach(one -> bySymbol.computeIfAbsent(place.symbol(), symbol -> new ArrayList<>())
                                        .add(place.fact(one)))));
        return bySymbol.entrySet().stream()
                .map(entry -> new CompanyRecord(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Everything ever published of a company, revisions too. */
    public List<CompanyFact> published(String symbol) {
        List<CompanyFact> all = new ArrayList<>();
        archive.readAll(MacroArchive.COMPANIES + symbol + "/")
                .forEach(series -> decode(series.id())
                        .ifPresent(place -> series.published().forEach(one -> all.add(place.fact(one)))));
        return all;
    }

    /** Adds what is new. All of a topic or, when it throws, nothing of it. */
    public Gain add(List<CompanyFact> facts, long readNanos, boolean dryRun) {
        Map<String, List<Observation>> byName = new TreeMap<>();
        for (CompanyFact fact : facts) {
            byName.computeIfAbsent(
                            MacroArchive.COMPANIES + fact.symbol() + "/"
                                    + fact.topic().text(),
                            name -> new ArrayList<>())
                    .add(new Observation(fact.period(), fact.knownNanos(), fact.value()));
        }
        int added = 0;
        int revised = 0;
        for (Map.Entry<String, List<Observation>> one : byName.entrySet()) {
            MacroSeries stored = archive.read(one.getKey());
            MacroMerge merge = MacroMerge.of(stored, one.getValue(), readNanos);
            added += merge.fresh().size();
            revised += merge.revised();
            if (!dryRun) {
                archive.add(one.getKey(), merge.fresh());
            }
        }
        return new Gain(added, revised);
    }

    private record Place(String symbol, CompanyTopic topic) {

        CompanyFact fact(Observation one) {
            return new CompanyFact(symbol, topic, one.period(), one.knownNanos(), one.value());
        }
    }

    private static Optional<Place> decode(String name) {
        int slash = name.indexOf('/');
        return slash < 2
                ? Optional.empty()
                : CompanyTopic.find(name.substring(slash + 1)).map(topic -> new Place(name.substring(1, slash), topic));
    }
}
