package io.sextant.reference.company;

import io.sextant.domain.source.Observation;
import io.sextant.domain.source.StoredMacro;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.marketdata.macro.MacroSeries;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An archive of series that lasts as long as its test. */
final class SeriesInMemory implements MacroArchive {

    private final Map<String, MacroSeries> series = new TreeMap<>();

    @Override
    public List<StoredMacro> list() {
        return List.of();
    }

    @Override
    public List<MacroSeries> readAll(String beginning) {
        return series.values().stream()
                .filter(one -> one.id().startsWith(beginning))
                .toList();
    }

    @Override
    public MacroSeries read(String name) {
        return series.getOrDefault(name, new MacroSeries(name, List.of()));
    }

    @Override
    public void add(String name, List<Observation> more) {
        series.put(name, read(name).with(more));
    }
}
