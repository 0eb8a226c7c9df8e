package io.sextant.analytics.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TradeFlowTest {

    @Test
    void flowOfRippleTradesIsTheReference() throws IOException {
        JsonNode expected = SharedData.json("computed/tradeflow_xrpeth.json");
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.find("crypto/freqtrade_xrpeth_trades.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines = reader.lines().skip(1).toList();
        }
        TradeFlow flow = new TradeFlow();
        Vpin vpin = new Vpin(expected.get("vpin_bucket_volume").asDouble(), 50);
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            int sign = cells[3].equals("buy") ? 1 : -1;
            double quantity = Double.parseDouble(cells[5]);
            flow.trade(sign, Double.parseDouble(cells[4]), quantity);
            vpin.trade(sign, quantity);
        }
        assertThat(flow.trades()).isEqualTo(expected.get("trades").asLong());
        check(expected, "volume", flow.volume());
        check(expected, "buy_volume", flow.buyVolume());
        check(expected, "sell_volume", flow.sellVolume());
        check(expected, "cvd_end", flow.delta());
        check(expected, "vwap", flow.weightedPrice());
        check(expected, "roll_autocov", flow.bounceCovariance());
        check(expected, "roll_spread", flow.rollSpread());
        check(expected, "kyle_lambda_ols_dprice_on_signed_amount", flow.kyleLambda());
        assertThat(vpin.buckets())
                .isEqualTo(expected.get("vpin_n_complete_buckets").asLong());
        check(expected, "vpin_mean", vpin.value());
    }

    private static void check(JsonNode expected, String name, double value) {
        double reference = expected.get(name).asDouble();
        assertThat(value).as(name).isCloseTo(reference, within(1e-9 * Math.abs(reference)));
    }

    @Test
    void bucketsSplitTradesAndForgetOldOnes() {
        Vpin vpin = new Vpin(10, 2);
        assertThat(vpin.value()).isNaN();
        vpin.trade(1, 15);
        assertThat(vpin.buckets()).isEqualTo(1);
        assertThat(vpin.value()).isEqualTo(1);
        vpin.trade(-1, 5);
        assertThat(vpin.value()).isEqualTo(0.5);
        vpin.trade(-1, 5);
        vpin.trade(1, 5);
        assertThat(vpin.value()).as("two balanced buckets in a row").isZero();
    }

    @Test
    void aBounceBetweenTwoPricesHasTheirDistanceAsSpread() {
        TradeFlow flow = new TradeFlow();
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 20_000; i++) {
            int sign = random.nextBoolean() ? 1 : -1;
            flow.trade(sign, 100 + 0.5 * sign, 1);
        }
        assertThat(flow.rollSpread()).isCloseTo(1, within(0.05));
        assertThat(flow.weightedPrice()).isCloseTo(100, within(0.02));
        assertThat(flow.kyleLambda()).isPositive();
    }
}
