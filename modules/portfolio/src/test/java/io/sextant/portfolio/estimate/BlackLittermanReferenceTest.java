package io.sextant.portfolio.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.portfolio.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** He and Litterman's tables as recomputed with full precision, and PyPortfolioOpt's numbers: 1e-10 is far below what either prints. */
class BlackLittermanReferenceTest {

    @Test
    void seesWhatHeAndLittermanSee() throws IOException {
        JsonNode paper = SharedData.json("portfolio/he_litterman_1999.json");
        double[] volatility = numbers(paper.get("volatility_percent"));
        double[] market = Arrays.stream(numbers(paper.get("market_weights_percent")))
                .map(w -> w / 100)
                .toArray();
        double[][] s = new double[market.length][market.length];
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                s[i][j] = paper.get("correlation").get(i).get(j).asDouble() * volatility[i] * volatility[j] / 10_000;
            }
        }
        double delta = paper.get("delta").asDouble();
        for (Map.Entry<String, JsonNode> each : paper.get("cases").properties()) {
            JsonNode table = each.getValue();
            List<View> views = new ArrayList<>();
            for (int k = 0; k < table.get("views_P").size(); k++) {
                views.add(new View(
                        numbers(table.get("views_P").get(k)),
                        table.get("views_Q").get(k).asDouble(),
                        0.5));
            }

            BlackLitterman found =
                    BlackLitterman.of(s, market, delta, 0, paper.get("tau").asDouble(), views);

            assertThat(found.prior())
                    .containsExactly(numbers(paper.get("equilibrium_premium_recomputed")), within(1e-10));
            assertThat(found.posterior())
                    .as(each.getKey())
                    .containsExactly(numbers(table.get("recomputed").get("mu")), within(1e-10));
            double[] wanted = numbers(table.get("recomputed").get("w_star"));
            for (int i = 0; i < wanted.length; i++) {
                double sum = 0;
                for (int j = 0; j < wanted.length; j++) {
                    sum += delta * found.covariance()[i][j] * wanted[j];
                }
                assertThat(sum).as(each.getKey()).isCloseTo(found.posterior()[i], within(1e-10));
            }
        }
    }

    @Test
    void returnsWhatPyPortfolioOptReturns() throws IOException {
        JsonNode reference = SharedData.json("portfolio/ppo_black_litterman.json");
        ReturnPanel panel = SharedData.panel("equities/ppo_stock_prices_20.csv.gz");
        double[][] s = Covariances.of(panel, Covariance.SAMPLE, Double.NaN).matrix();
        for (double[] row : s) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= 252;
            }
        }
        double[] market = byName(panel, reference.get("market_caps"));
        double total = Arrays.stream(market).sum();
        Arrays.setAll(market, i -> market[i] / total);
        List<View> views = new ArrayList<>();
        for (Map.Entry<String, JsonNode> view : reference.get("views").properties()) {
            double[] weights = new double[market.length];
            weights[panel.names().indexOf(view.getKey())] = 1;
            views.add(new View(weights, view.getValue().asDouble(), 0.5));
        }

        BlackLitterman found = BlackLitterman.of(
                s,
                market,
                reference.get("delta").asDouble(),
                0.02,
                reference.get("tau").asDouble(),
                views);

        assertThat(found.prior()).containsExactly(byName(panel, reference.get("prior_values")), within(1e-10));
        assertThat(found.posterior()).containsExactly(byName(panel, reference.get("posterior_returns")), within(1e-10));
        double[] weights = byName(panel, reference.get("weights"));
        double variance = 0;
        double expected = 0;
        for (int i = 0; i < weights.length; i++) {
            expected += weights[i] * found.posterior()[i];
            for (int j = 0; j < weights.length; j++) {
                variance += weights[i] * weights[j] * found.covariance()[i][j];
            }
        }
        JsonNode published = reference.get("published_pypfopt_performance");
        assertThat(expected).isCloseTo(published.get(0).asDouble(), within(1e-10));
        assertThat(Math.sqrt(variance)).isCloseTo(published.get(1).asDouble(), within(1e-10));
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asDouble());
        return numbers;
    }

    private static double[] byName(ReturnPanel panel, JsonNode named) {
        double[] values = new double[panel.assets()];
        Arrays.setAll(values, i -> named.path(panel.names().get(i)).asDouble());
        return values;
    }
}
