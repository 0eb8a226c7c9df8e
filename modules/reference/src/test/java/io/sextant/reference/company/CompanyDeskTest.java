package io.sextant.reference.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.fundamental.CompanyRecord;
import io.sextant.domain.fundamental.CompanyTopic;
import io.sextant.domain.source.CompanySource;
import io.sextant.domain.source.KeyPlace;
import io.sextant.marketdata.fundamental.CompanyArchive;
import io.sextant.marketdata.macro.MacroCsv;
import io.sextant.reference.LoopbackSite;
import io.sextant.reference.key.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyDeskTest {

    private static final long NOW = MacroCsv.knownNanos(LocalDate.of(2026, 11, 20));
    private static final String TABLE = """
            symbol,item,label,period,months,published,value
            ACME,net_income,,2025-12-31,12,2026-02-10,120
            ACME,equity,,2025-12-31,,2026-02-10,600
            ACME,sector,Industrials,2020-01-01,,2020-01-01,
            ACME,holding,"Large Fund, Inc.",2026-09-30,,2026-11-14,18
            """;

    @TempDir
    Path folder;

    private final CompanyArchive archive = new CompanyArchive(new SeriesInMemory());
    private final CompanyDesk desk = new CompanyDesk(archive, new KeyRing(Map.of("KEY", "sesame")), () -> NOW);

    private CompanyIntake read(String name, String text, boolean dryRun) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(name), text);
        return desk.read(new CompanySource.OfFile(file.toString()), dryRun);
    }

    private List<CompanyFact> knownOn(LocalDate day) {
        return archive.knownAt(MacroCsv.knownNanos(day)).stream()
                .map(CompanyRecord::facts)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void nothingIsKnownBeforeTheDayOfItsPublicationIsOver() throws Exception {
        CompanyIntake intake = read("acme.csv", TABLE, false);
        assertThat(intake.problem()).isEmpty();
        assertThat(intake.bad()).isEmpty();
        assertThat(intake.added()).isEqualTo(4);

        assertThat(knownOn(LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(knownOn(LocalDate.of(2026, 2, 9)))
                .extracting(CompanyFact::topic)
                .containsExactly(new CompanyTopic.OfSector("Industrials"));
        assertThat(archive.knownAt(MacroCsv.knownNanos(LocalDate.of(2026, 2, 10)) - 1))
                .singleElement()
                .satisfies(company -> assertThat(company.facts()).hasSize(1));
        assertThat(knownOn(LocalDate.of(2026, 2, 10))).hasSize(3);
        assertThat(knownOn(LocalDate.of(2026, 11, 14)))
                .extracting(CompanyFact::topic)
                .contains(new CompanyTopic.OfHolder("Large Fund, Inc."));
    }

    @Test
    void readingTwiceStoresNothingTwiceAndADryRunNothing() throws Exception {
        assertThat(read("acme.csv", TABLE, true).added()).isEqualTo(4);
        assertThat(knownOn(LocalDate.of(2026, 11, 20))).isEmpty();
        assertThat(read("acme.csv", TABLE, false).added()).isEqualTo(4);
        assertThat(read("acme.csv", TABLE, false).added()).isZero();
    }

    @Test
    void aRevisionIsKnownFromItsOwnDayAndAnUndatedOneFromWhenItWasRead() throws Exception {
        read("acme.csv", TABLE, false);
        CompanyIntake dated = read("later.csv", TABLE.replace("2026-02-10,120", "2026-05-20,90"), false);
        assertThat(dated.revised()).isEqualTo(1);
        assertThat(income(LocalDate.of(2026, 5, 19))).isEqualTo(120);
        assertThat(income(LocalDate.of(2026, 5, 20))).isEqualTo(90);

        read("changed.csv", TABLE.replace("2026-02-10,120", "2026-05-20,70"), false);
        assertThat(income(LocalDate.of(2026, 11, 19))).isEqualTo(90);
        assertThat(income(LocalDate.of(2026, 11, 20))).isEqualTo(70);
    }

    private double income(LocalDate day) {
        return knownOn(day).stream()
                .filter(fact -> fact.topic().equals(new CompanyTopic.OfFigure(CompanyFigure.NET_INCOME, 12)))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void rowsThatAreNoFactsAreSetAsideWithTheirReason() throws Exception {
        CompanyIntake intake = read("bad.csv", """
                symbol,item,label,period,months,published,value
                ACME,net_income,,2025-12-31,12,,120
                ACME,net_income,,2025-12-31,12,2025-06-01,120
                ACME,luck,,2025-12-31,12,2026-02-10,120
                ACME,holding,,2025-12-31,,2026-02-10,120
                ACME,revenue,,2025-12-31,12,2026-02-10,
                ACME,revenue,,2025-12-31,12,2026-02-10,1000
                """, false);
        assertThat(intake.added()).isEqualTo(1);
        assertThat(intake.bad())
                .hasSize(5)
                .anySatisfy(bad -> assertThat(bad).contains("row 1", "published"))
                .anySatisfy(bad -> assertThat(bad).contains("before its period ended"))
                .anySatisfy(bad -> assertThat(bad).contains("'luck'"));
        assertThat(desk.read(new CompanySource.OfFile(folder.resolve("none.csv").toString()), false)
                        .problem())
                .isPresent();
    }

    @Test
    void aServiceTellsTheSameAsAFileAndGetsTheKeyInAHeader() throws Exception {
        String json = """
                {"facts":[
                  {"symbol":"ACME","item":"net_income","period":"2025-12-31","months":12,"published":"2026-02-10T21:05:00Z","value":120},
                  {"symbol":"ACME","item":"tag","label":"coal","period":"2025-01-01","published":"2025-03-01"},
                  {"symbol":"ACME","item":"tag","period":"2025-01-01","published":"2025-03-01"}]}
                """;
        try (LoopbackSite site = new LoopbackSite()) {
            site.page("/v1/fundamentals", json);
            CompanySource source =
                    new CompanySource.OfService(site.address("/v1"), new KeyPlace.Environment("KEY"), List.of("ACME"));
            CompanyIntake intake = desk.read(source, false);
            assertThat(intake.problem()).isEmpty();
            assertThat(intake.added()).isEqualTo(2);
            assertThat(intake.bad()).singleElement().asString().startsWith("ACME, row 3");
            assertThat(site.requests()).singleElement().asString().contains("symbol=ACME", "sesame");
            assertThat(site.requests().getFirst().split(" ")[0]).doesNotContain("sesame");
            long out = Instant.parse("2026-02-10T21:05:00Z").getEpochSecond() * 1_000_000_000L;
            assertThat(archive.knownAt(out - 1).getFirst().facts()).hasSize(1);
            assertThat(archive.knownAt(out).getFirst().facts()).hasSize(2);

            site.failure("/v1/fundamentals", 500);
            assertThat(desk.read(source, false).problem().orElseThrow())
                    .contains("status 500")
                    .doesNotContain("sesame");
        }
        assertThat(read("facts.json", json, false).added())
                .as("known from the service")
                .isZero();
    }
}
