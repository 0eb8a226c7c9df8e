package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.KrakenShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.VenueShape;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code sextant route} over two venues on loopback, whose grids and prices differ. */
class RouteCommandTest {

    private static final long START = 1_790_002_800L * 1_000_000_000L;

    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final StandInExchange binance =
            exchange(new BinanceShape(), new ListedPair("BTC", "USD", 2, 5, 6_500_000), 3);
    private final StandInExchange kraken = exchange(new KrakenShape(), ListedPair.BTC_USD, 4);
    private final LoopbackServer atBinance = new LoopbackServer(binance);
    private final LoopbackServer atKraken = new LoopbackServer(kraken);

    private StandInExchange exchange(VenueShape shape, ListedPair pair, long seed) {
        StandInExchange exchange =
                new StandInExchange(shape, List.of(pair), seed, () -> START, scheduler, FaultPlan.none());
        for (int i = 0; i < 60; i++) {
            exchange.move(0);
        }
        return exchange;
    }

    @AfterEach
    void close() {
        atBinance.close();
        atKraken.close();
        scheduler.close();
    }

    private CliRun route(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "route",
                "--symbol",
                "BTC-USD",
                "--requests-at",
                "binance=http://127.0.0.1:" + atBinance.port() + ",kraken=http://127.0.0.1:" + atKraken.port()));
        all.addAll(List.of(more));
        return CliRun.of(all.toArray(String[]::new));
    }

    private static BigDecimal sum(JsonNode parts, String field) {
        return Stream.iterate(0, i -> i + 1)
                .limit(parts.size())
                .map(i -> new BigDecimal(parts.get(i).get(field).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void splitsAnOrderForTheLeastCostWithFees() {
        CliRun run = route(
                "--venues",
                "binance,kraken",
                "--side",
                "buy",
                "--quantity",
                "0.4",
                "--taker",
                "binance=10,kraken=10",
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode parts = run.json().get("parts");
        assertThat(sum(parts, "quantity")).isEqualByComparingTo("0.4");
        BigDecimal value = sum(parts, "value");
        BigDecimal fees = sum(parts, "fee");
        assertThat(fees).isEqualByComparingTo(value.movePointLeft(3));
        BigDecimal allIn = new BigDecimal(run.json().get("allIn").asString());
        assertThat(allIn).isEqualByComparingTo(value.add(fees));
        assertThat(allIn)
                .isLessThanOrEqualTo(
                        new BigDecimal(run.json().get("bestVenueAllIn").asString()));
        assertThat(new BigDecimal(run.json().get("savedBps").asString())).isNotNegative();

        CliRun fee = route(
                "--venues",
                "binance,kraken",
                "--side",
                "buy",
                "--quantity",
                "0.4",
                "--taker",
                "binance=0,kraken=900",
                "--json");
        assertThat(fee.json().get("parts").size())
                .as("nine per cent are never worth it")
                .isEqualTo(1);
        assertThat(fee.json().get("parts").get(0).get("venue").asString()).isEqualTo("binance");
    }

    @Test
    void saysWhoIsLeftOutAndWhatTheBooksDoNotOffer() {
        CliRun run = route("--venues", "binance,kraken", "--side", "sell", "--quantity", "0.001", "--limit", "1");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("All in it brings", "Nothing was sent.");

        CliRun never =
                route("--venues", "binance,kraken", "--side", "buy", "--quantity", "0.001", "--limit", "1", "--json");
        assertThat(never.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(never.json().get("parts")).isEmpty();
        assertThat(never.err()).contains("offer only 0 of 0.001 within the limit");

        CliRun unknown = CliRun.of(
                "route",
                "--symbol",
                "XYZ-USD",
                "--venues",
                "binance",
                "--side",
                "buy",
                "--quantity",
                "1",
                "--requests-at",
                "binance=http://127.0.0.1:" + atBinance.port());
        assertThat(unknown.code()).isEqualTo(ExitCode.FAILED);
        assertThat(unknown.err()).contains("binance does not trade XYZ-USD");
    }

    @Test
    void understandsOnlyWhatCanBe() {
        assertThat(route("--side", "buy", "--quantity", "0").code()).isEqualTo(ExitCode.USAGE);
        assertThat(route("--side", "buy", "--quantity", "1", "--venues", "nowhere")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        CliRun between = route("--venues", "binance", "--side", "buy", "--quantity", "0.0000001");
        assertThat(between.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(between.err()).contains("steps of 0.00001");
    }
}
