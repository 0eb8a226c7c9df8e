package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CompaniesCommandTest {

    @TempDir
    Path folder;

    private CliRun run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--data", folder.resolve("desk").toString(), "companies"));
        all.addAll(List.of(arguments));
        return CliRun.of(all.toArray(String[]::new));
    }

    private Path facts() throws IOException {
        return Files.writeString(folder.resolve("facts.csv"), """
                symbol,item,label,period,months,published,value
                ACME,earnings_per_share,,2024-12-31,12,2025-02-11,2
                ACME,earnings_per_share,,2025-12-31,12,2026-02-10,2.5
                ACME,sector,Industrials,2020-01-01,,2020-01-01,
                ACME,tag,coal,2020-01-01,,2026-03-01,1
                ACME,luck,,2025-12-31,12,2026-02-10,2.5
                """);
    }

    @Test
    void tellsWhatWasKnownAtATimeAndNothingThatCameOutLater() throws IOException {
        CliRun read = run("import", facts().toString(), "--json");
        assertThat(read.code()).as(read.err()).isZero();
        JsonNode source = read.json().get("sources").get(0);
        assertThat(source.get("added").asInt()).isEqualTo(4);
        assertThat(source.get("bad").size()).isEqualTo(1);
        assertThat(run("import", facts().toString(), "--json")
                        .json()
                        .get("sources")
                        .get(0)
                        .get("added")
                        .asInt())
                .isZero();

        JsonNode before = shown("2026-02-10T23:59:59Z");
        assertThat(before.get("figures").get("earnings_per_share").asDouble()).isEqualTo(2);
        assertThat(before.get("ratios").get("price_earnings").asDouble()).isEqualTo(25);
        assertThat(before.get("tags").size()).isZero();
        JsonNode after = shown("2026-03-02T00:00:00Z");
        assertThat(after.get("figures").get("earnings_per_share").asDouble()).isEqualTo(2.5);
        assertThat(after.get("ratios").get("price_earnings_growth").asDouble()).isCloseTo(20 / 25.0, within(1e-12));
        assertThat(after.get("tags").get(0).asString()).isEqualTo("coal");
        assertThat(after.get("sector").asString()).isEqualTo("Industrials");

        assertThat(run("show", "--at", "2019-01-01T00:00:00Z").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run("import", folder.resolve("none.csv").toString()).code()).isEqualTo(ExitCode.FILE);
        assertThat(run().code()).isEqualTo(ExitCode.USAGE);
    }

    private JsonNode shown(String at) {
        CliRun run = run("show", "ACME", "--at", at, "--price", "50", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().get("companies").get(0);
    }

    @Test
    void publishedFiguresTellFeaturesFromTheDayTheyCameOut() throws IOException {
        StringBuilder bars = new StringBuilder("time,open,high,low,close,volume\n");
        for (int day = 1; day <= 20; day++) {
            bars.append(String.format(Locale.ROOT, "2026-02-%02dT00:00:00Z,50,51,49,50,100%n", day));
        }
        Path csv = Files.writeString(folder.resolve("bars.csv"), bars);
        Path out = folder.resolve("features.csv");
        CliRun run = CliRun.of(
                "features",
                "--csv",
                csv.toString(),
                "--companies",
                facts().toString(),
                "--symbol",
                "ACME",
                "--only",
                "earnings_yield",
                "--out",
                out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(9)).endsWith(",0.04");
        assertThat(lines.get(10)).startsWith("2026-02-10").endsWith(",0.05");
        assertThat(CliRun.of(
                                "features",
                                "--csv",
                                csv.toString(),
                                "--companies",
                                facts().toString(),
                                "--only",
                                "earnings_yield",
                                "--out",
                                out.toString())
                        .err())
                .contains("--symbol");
    }
}
