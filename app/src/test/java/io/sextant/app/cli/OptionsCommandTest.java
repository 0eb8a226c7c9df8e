package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OptionsCommandTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "data", "options");

    @TempDir
    Path folder;

    private static CliRun greeks(String... more) {
        String[] start = {
            "options",
            "greeks",
            "--spot",
            "105",
            "--strike",
            "100",
            "--years",
            "0.5",
            "--rate",
            "0.1",
            "--dividend",
            "0.1"
        };
        String[] all = new String[start.length + more.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return CliRun.of(all);
    }

    /** Haug's table 2-1. */
    @Test
    void deltasAreHaugs() {
        JsonNode call = greeks("--vol", "0.36", "--right", "call", "--json").json();
        assertThat(call.get("delta").asDouble()).isCloseTo(0.5946, within(5e-5));
        JsonNode put = greeks("--vol", "0.36", "--right", "put", "--json").json();
        assertThat(put.get("delta").asDouble()).isCloseTo(-0.3566, within(5e-5));
        assertThat(put.get("elasticity").asDouble()).isCloseTo(-4.8775, within(5e-5));
    }

    @Test
    void aPriceTellsTheVolatility() {
        double price = greeks("--vol", "0.36", "--right", "put", "--json")
                .json()
                .get("price")
                .asDouble();
        assertThat(greeks("--price", Double.toString(price), "--right", "put", "--json")
                        .json()
                        .get("volatility")
                        .asDouble())
                .isCloseTo(0.36, within(1e-12));
        assertThat(greeks("--price", "200", "--right", "put").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(greeks("--right", "put").code()).isEqualTo(ExitCode.USAGE);
        assertThat(greeks("--vol", "-1", "--right", "put").err()).contains("not negative");
    }

    @Test
    void earlyExerciseIsWorthSomething() {
        double european = greeks("--vol", "0.36", "--right", "call", "--json")
                .json()
                .get("price")
                .asDouble();
        double american = greeks("--vol", "0.36", "--right", "call", "--american", "--json")
                .json()
                .get("price")
                .asDouble();
        assertThat(american).isGreaterThan(european + 0.1).isLessThan(european + 1);
    }

    @Test
    void aSmallChain() throws IOException {
        Path csv = folder.resolve("chain.csv");
        Files.writeString(csv, """
                date,expiry,strike,right,close,volume,open_interest,row_type
                2020-01-02,,,,101,5000,,underlying
                2020-01-02,2020-02-01,90,C,11.6,1,10,option
                2020-01-02,2020-02-01,100,C,4.1,2,50,option
                2020-01-02,2020-02-01,110,C,0.8,3,20,option
                2020-01-02,2020-02-01,90,P,0.4,4,30,option
                2020-01-02,2020-02-01,100,P,3.0,5,40,option
                2020-01-03,2020-02-01,100,P,3.0,5,40,option
                """);
        CliRun run = CliRun.of("options", "chain", "--csv", csv.toString(), "--date", "20200102", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode expiry = run.json().get("expiries").get(0);
        assertThat(expiry.get("expiry").asString()).isEqualTo("2020-02-01");
        assertThat(expiry.get("maxPainStrike").asDouble()).isEqualTo(100);
        assertThat(expiry.get("maxCallOiStrike").asDouble()).isEqualTo(100);
        assertThat(expiry.get("pcOi").asDouble()).isEqualTo(70 / 80.0);
        assertThat(expiry.get("atmVolatility").asDouble()).isBetween(0.1, 0.5);
        assertThat(run.json().get("spot").asDouble()).isEqualTo(101);
        assertThat(CliRun.of("options", "chain", "--csv", csv.toString(), "--date", "20200103")
                        .err())
                .contains("--spot");
        assertThat(CliRun.of("options", "chain", "--csv", csv.toString(), "--date", "20200104")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"20140609", "20140610"})
    void metricsOfApplesChainAreTheReference(String date) throws IOException {
        Path csv = SHARED.resolve("lean_aapl_chain_greeks_oi.csv.gz");
        assumeTrue(Files.exists(csv), "no reference chain beside the checkout");
        JsonNode expected =
                JsonMapper.shared().readTree(Files.readString(SHARED.resolve("chain_metrics_aapl_" + date + ".json")));
        JsonNode found = CliRun.of("options", "chain", "--csv", csv.toString(), "--date", date, "--json")
                .json();

        assertThat(found.get("spot").asDouble())
                .isEqualTo(expected.get("underlying_close").asDouble());
        String[][] names = {
            {"nContracts", "n_contracts"},
            {"callOi", "call_oi"},
            {"putOi", "put_oi"},
            {"pcOi", "pc_oi"},
            {"callVolume", "call_volume"},
            {"putVolume", "put_volume"},
            {"pcVolume", "pc_volume"},
            {"maxPainStrike", "max_pain_strike"},
            {"maxPainTotalPayout", "max_pain_total_payout"},
            {"netGex1pct", "net_gex_1pct"},
            {"maxCallOiStrike", "max_call_oi_strike"},
            {"maxPutOiStrike", "max_put_oi_strike"}
        };
        assertThat(found.get("expiries").size())
                .isEqualTo(expected.get("expiries").size());
        for (int i = 0; i < expected.get("expiries").size(); i++) {
            JsonNode reference = expected.get("expiries").get(i);
            JsonNode own = found.get("expiries").get(i);
            assertThat(own.get("expiry").asString())
                    .isEqualTo(reference.get("expiry").asString());
            for (String[] pair : names) {
                double value = reference.get(pair[1]).asDouble();
                assertThat(own.get(pair[0]).asDouble())
                        .as("%s of %s", pair[0], reference.get("expiry"))
                        .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
            }
        }
        assertThat(found.get("totals").get("netGex1pct").asDouble())
                .isCloseTo(expected.get("totals").get("net_gex_1pct").asDouble(), within(1e-3));
    }

    /** Real closing prices contradict each other; what is fitted to them does not, and its densities are densities. */
    @ParameterizedTest
    @CsvSource({"lean_aapl_chain_greeks_oi.csv.gz,20140609,92.72,12", "lean_spx_chain_greeks_oi.csv.gz,20151222,2038,7"
    })
    void theFittedSurfaceIsFreeOfArbitrage(String name, String date, String spot, int fitted) {
        Path csv = SHARED.resolve(name);
        assumeTrue(Files.exists(csv), "no reference chain beside the checkout");
        JsonNode found = CliRun.of(
                        "options", "chain", "--csv", csv.toString(), "--date", date, "--spot", spot, "--json")
                .json();
        for (JsonNode finding : found.get("arbitrage")) {
            assertThat(finding.get("in").asString()).as("%s", finding).isEqualTo("quotes");
        }
        int smiles = 0;
        for (JsonNode expiry : found.get("expiries")) {
            if (expiry.has("svi")) {
                smiles++;
                double forward = expiry.get("forward").asDouble();
                JsonNode density = expiry.get("density");
                assertThat(density.get("mass").asDouble()).isCloseTo(1, within(1e-4));
                assertThat(density.get("mean").asDouble()).isCloseTo(forward, within(1e-3 * forward));
                assertThat(expiry.get("svi").get("error").asDouble()).isLessThan(0.02);
                assertThat(expiry.get("atmForwardVolatility").asDouble())
                        .isCloseTo(expiry.get("atmVolatility").asDouble(), within(0.035));
                assertThat(density.get("quantiles").get("0.5").asDouble()).isCloseTo(forward, within(0.1 * forward));
            }
        }
        assertThat(smiles).isEqualTo(fitted);
        assertThat(found.get("keyStrikes").size()).isEqualTo(5);
        assertThat(found.get("totals").get("volatility30d").asDouble()).isBetween(0.1, 0.3);
    }
}
