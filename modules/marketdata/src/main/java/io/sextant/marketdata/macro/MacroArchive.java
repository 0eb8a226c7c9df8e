package io.sextant.marketdata.macro;

import io.sextant.domain.source.Observation;
import io.sextant.domain.source.StoredMacro;
import java.util.List;

/** Where macro series are kept with both of their times. Nothing that was known is ever changed or forgotten. */
public interface MacroArchive {

    /** Of an engine that keeps no series. */
    MacroArchive NONE = new MacroArchive() {

        @Override
        public List<StoredMacro> list() {
            return List.of();
        }

        @Override
        public MacroSeries read(String name) {
            return new MacroSeries(name, List.of());
        }

        @Override
        public List<MacroSeries> readAll(String beginning) {
            return List.of();
        }

        @Override
        public void add(String name, List<Observation> more) {
            throw new UnsupportedOperationException("this engine keeps no series");
        }
    };

    /** How the names of those series begin that are of companies, see {@code CompanyArchive}. */
    String COMPANIES = "@";

    /** By name, without those of companies. */
    List<StoredMacro> list();

    /** Everything stored of all series whose names begin like this. */
    List<MacroSeries> readAll(String beginning);

    /** Everything stored of a series; empty when there is none of that name. */
    MacroSeries read(String name);

    /** Adds what {@link MacroMerge} found new. All of it or, when it throws, nothing. */
    void add(String name, List<Observation> more);
}
