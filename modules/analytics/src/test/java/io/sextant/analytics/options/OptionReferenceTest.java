package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against Haug's printed values and grids computed by closed forms and lattices elsewhere. */
class OptionReferenceTest {

    private record Row(Map<String, String> cells) {

        String text(String name) {
            return cells.getOrDefault(name, "");
        }

        double number(String name) {
            return Double.parseDouble(text(name));
        }

        OptionRight right() {
            return OptionRight.valueOf(text("type").toUpperCase(Locale.ROOT));
        }

        OptionTerms haug() {
            return new OptionTerms(
                    right(),
                    number("spot"),
                    number("strike"),
                    number("T_years"),
                    number("rate"),
                    number("dividend_yield"),
                    number("vol"));
        }

        OptionTerms grid() {
            return new OptionTerms(
                    right(), number("S"), number("K"), number("T_years"), number("r"), number("q"), number("vol"));
        }
    }

    private static List<Row> rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.find(name));
        String[] names = lines.getFirst().split(",", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    @Test
    void pricesAreHaugs() throws IOException {
        for (Row row : rows("options/haug_european.csv")) {
            assertThat(BlackScholes.price(row.haug()))
                    .as(row.toString())
                    .isCloseTo(row.number("published"), within(6e-5))
                    .isCloseTo(row.number("recomputed"), within(1e-10));
        }
    }

    @Test
    void greeksAreHaugs() throws IOException {
        for (Row row : rows("options/haug_greeks.csv")) {
            Greeks g = BlackScholes.greeks(row.haug());
            double value = switch (row.text("greek")) {
                case "delta" -> g.delta();
                case "gamma" -> g.gamma();
                case "vega" -> g.vega();
                case "theta" -> g.theta();
                case "theta_per_day" -> g.theta() / 365;
                case "rho" -> g.rho();
                case "dividend_rho" -> g.dividendRho();
                case "elasticity" -> g.elasticity();
                default -> throw new IllegalStateException(row.text("greek"));
            };
            assertThat(value).as(row.toString()).isCloseTo(row.number("published"), within(6e-5));
        }
    }

    @Test
    void greeksAreTheGrids() throws IOException {
        for (Row row : rows("options/bs_greeks_grid.csv")) {
            Greeks g = BlackScholes.greeks(row.grid());
            check(row, "price", g.price());
            check(row, "delta", g.delta());
            check(row, "gamma", g.gamma());
            check(row, "vega", g.vega());
            check(row, "theta_per_year", g.theta());
            check(row, "rho", g.rho());
            check(row, "div_rho", g.dividendRho());
            check(row, "vanna", g.vanna());
            check(row, "volga", g.volga());
            check(row, "charm_per_year", g.charm());
            check(row, "prob_itm_rn", g.probability());
            // The file's last digit of the price is all that is known of the volatility.
            double unknown = 1e-14 * Math.max(1, row.number("price")) / g.vega();
            assertThat(ImpliedVolatility.of(
                            row.right(),
                            row.number("price"),
                            row.number("S"),
                            row.number("K"),
                            row.number("T_years"),
                            row.number("r"),
                            row.number("q")))
                    .as(row.toString())
                    .satisfiesAnyOf(
                            implied -> assertThat(implied).isCloseTo(row.number("vol"), within(1e-10 + unknown)),
                            implied -> assertThat(unknown).isGreaterThan(1e-3));
        }
    }

    private static void check(Row row, String name, double value) {
        double expected = row.number(name);
        assertThat(value).as("%s of %s", name, row).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    /** QuantLib rounds maturities to days, so its values move by up to half a percent. */
    @Test
    void americanPricesAreTheGrids() throws IOException {
        for (Row row : rows("options/american_grid.csv")) {
            double expected = row.number("american_CN");
            assertThat(AmericanOption.price(row.grid()))
                    .as(row.toString())
                    .isCloseTo(expected, within(Math.max(0.005 * expected, 0.002)));
        }
    }
}
