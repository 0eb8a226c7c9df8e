package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.marketdata.file.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidePricesTest {

    @TempDir
    Path folder;

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("prices.csv"), lines);
    }

    private WidePrices read(String... lines) throws IOException {
        return WidePrices.read(file(List.of(lines)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",A|2024-01-03,30|2024-01-02,20|2024-01-01,10",
                ",A|2024-01-01 12:00:00,30|2024-01-01 11:00:00,20|2024-01-01 10:00:00,10",
                ",A|2024-01-01 12:00:00+00:00,30|2024-01-01 12:00:00+01:00,20|2024-01-01 12:00:00+02:00,10",
                ",A|2024-03,30|2024-02,20|2024-01,10",
                ",A|20240103,30|20240102,20|20240101,10",
                "Period,A|2024-01-03,30|2024-01-02,20|2024-01-01,10",
                "date,A|2024-01-03,30|2024-01-02,20|2024-01-01,10",
                ",date,A|0,2024-01-03,30|1,2024-01-02,20|2,2024-01-01,10"
            })
    void rowsFromNewToOldAreTurnedWhateverTheColumnOfTimesIsCalled(String text) throws IOException {
        WidePrices read = read(text.split("\\|"));

        assertThat(read.tickers()).containsExactly("A");
        assertThat(read.prices()[0]).containsExactly(10, 20, 30);
        assertThat(read.rows()[0]).contains("01");
        assertThat(read.notes()).containsExactly("The rows were not in time order and were put into it.");
    }

    @Test
    void aColumnOfTimesThatCannotBeReadIsRefused() {
        for (String heading : List.of("", "date")) {
            assertThatThrownBy(() -> read(heading + ",A", "3rd of May,10", "2nd of May,20"))
                    .isInstanceOf(FileProblem.class)
                    .hasMessageContaining("nobody knows which row comes first");
        }
    }

    @Test
    void withoutTimesTheOrderOfTheFileCountsAndItIsSaid() throws IOException {
        WidePrices read = read("A,B", "10,1", "20,2");

        assertThat(read.prices()[0]).containsExactly(10, 20);
        assertThat(read.rows()).containsExactly("1", "2");
        assertThat(read.notes()).anyMatch(note -> note.startsWith("No column tells the time"));
    }

    @Test
    void textWhereAPriceShouldBeIsNamedWithTheRowOfTheFileAndOnlyWhereItIsAskedFor() throws IOException {
        WidePrices read = read("date,A,B", "2024-01-03,10,dear", "2024-01-02,n/a,5", "2024-01-01,9,");

        assertThatThrownBy(() -> read.of(List.of("B")))
                .isInstanceOf(RefusedByRule.class)
                .hasMessageStartingWith("Row 1 of B is 'dear', which is no price");
        assertThat(read.of(List.of("A"))[0]).containsExactly(9, Double.NaN, 10);
    }

    /** An index without a heading, as pandas writes it, newest row first: all three see what the plain file tells. */
    @Test
    void riskWhatIfAndOptimiseSeeTheSamePrices() throws IOException {
        List<String> rows = new ArrayList<>();
        double price = 100;
        for (int day = 0; day < 60; day++) {
            price *= 1 + (day % 3 - 0.7) * 0.01;
            rows.add(LocalDate.of(2024, 1, 1).plusDays(day) + "," + price + ",50." + (day * 7 % 10));
        }
        Path held = Files.writeString(folder.resolve("held.json"), "{\"A\": 1}");
        Path whatIf = Files.writeString(
                folder.resolve("case.json"), "{\"prices\": \"prices.csv\", \"positions\": {\"A\": 1}}");
        rows.addFirst("date,A,B");
        Path file = file(rows);
        List<double[]> plain = figures(file, held, whatIf);
        rows.removeFirst();
        Collections.reverse(rows);
        rows.addFirst(",A,B");
        file(rows);

        List<double[]> turned = figures(file, held, whatIf);

        assertThat(turned).usingRecursiveComparison().isEqualTo(plain);
        // Value at risk of both, the newest price and the mean of a year, from the rows themselves.
        assertThat(plain.get(0)[0]).isCloseTo(plain.get(1)[0], within(1e-12));
        assertThat(plain.get(1)[1]).isCloseTo(price, within(1e-9));
        assertThat(plain.get(2)[0]).isCloseTo(252 * (-0.007 * 19 + 0.003 * 20 + 0.013 * 20) / 59, within(1e-9));
    }

    private static List<double[]> figures(Path prices, Path held, Path whatIf) {
        CliRun risk = CliRun.of("risk", "--prices", prices.toString(), "--positions", held.toString(), "--json");
        CliRun what = CliRun.of("what-if", whatIf.toString(), "--json");
        Path limits = whatIf.resolveSibling("only-a.json");
        CliRun optimise = CliRun.of(
                "optimise",
                "--prices",
                prices.toString(),
                "--method",
                "min-volatility",
                "--json",
                "--limits",
                onlyA(limits));
        for (CliRun run : List.of(risk, what, optimise)) {
            assertThat(run.code()).as(run.err()).isZero();
        }
        return Arrays.asList(
                new double[] {risk.json().get("var").asDouble()},
                new double[] {
                    what.json().get("now").get("historicalVar").asDouble(),
                    what.json().get("now").get("value").asDouble()
                },
                new double[] {optimise.json().get("expectedReturn").asDouble()});
    }

    private static String onlyA(Path limits) {
        try {
            return Files.writeString(limits, "{\"exclude\": [\"B\"]}").toString();
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
    }
}
