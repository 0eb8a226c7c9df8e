package io.sextant.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.source.Observation;
import io.sextant.domain.source.StoredMacro;
import io.sextant.marketdata.macro.MacroSeries;
import io.sextant.store.database.TestedStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestedStore.class)
class MacroTableTest {

    @Parameter
    TestedStore kind;

    @TempDir
    Path folder;

    @Test
    void keepsBothTimesOfEveryFigure() {
        SplittableRandom random = new SplittableRandom(5);
        List<Observation> published = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            published.add(new Observation(
                    LocalDate.of(1900, 1, 1).plusMonths(random.nextInt(1_500)),
                    random.nextLong(Long.MAX_VALUE),
                    random.nextDouble(-1e12, 1e12)));
        }
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.macro().add("CPI", published.subList(0, 250));
            archive.macro().add("CPI", published.subList(250, 500));
            archive.macro().add("Rain in Paris", published.subList(0, 1));
        }
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            assertThat(archive.macro().read("CPI").published())
                    .isEqualTo(new MacroSeries("CPI", published).published());
            assertThat(archive.macro().list()).extracting(StoredMacro::name).containsExactly("CPI", "Rain in Paris");
            assertThat(archive.macro().list().getFirst().observations()).isEqualTo(500);
            assertThat(archive.macro().read("none").published()).isEmpty();
        }
    }

    @Test
    void factsOfCompaniesAreReadTogetherAndNotListedAmongSeries() {
        String longest = "@ACME/holder/" + "x".repeat(100);
        Observation one = new Observation(LocalDate.of(2025, 12, 31), 5, 1);
        Observation other = new Observation(LocalDate.of(2025, 12, 31), 9, 2);
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.macro().add("CPI", List.of(one));
            archive.macro().add("@ACME/net_income/12", List.of(one, other));
            archive.macro().add(longest, List.of(one));
            archive.macro().add("@ACMES/net_income/12", List.of(one));
            assertThat(archive.macro().list()).extracting(StoredMacro::name).containsExactly("CPI");
            assertThat(archive.macro().readAll("@ACME/"))
                    .extracting(MacroSeries::id)
                    .containsExactlyInAnyOrder("@ACME/net_income/12", longest);
            assertThat(archive.macro().readAll("@ACME/net"))
                    .singleElement()
                    .satisfies(series -> assertThat(series.published()).containsExactly(one, other));
            assertThat(archive.macro().readAll("@")).hasSize(3);
        }
    }

    @Test
    void addsAllOrNothing() {
        Observation one = new Observation(LocalDate.of(2024, 1, 1), 5, 1);
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.macro().add("CPI", List.of(one));
            assertThatThrownBy(() ->
                            archive.macro().add("CPI", List.of(new Observation(LocalDate.of(2024, 2, 1), 5, 1), one)))
                    .isNotNull();
            assertThat(archive.macro().read("CPI").published()).containsExactly(one);
        }
    }
}
