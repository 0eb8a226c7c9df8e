package io.sextant.portfolio.rebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.portfolio.LotOrder;
import io.sextant.domain.portfolio.TaxLot;
import io.sextant.domain.time.SeededRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebalancingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final double FREE = Double.POSITIVE_INFINITY;

    private static Holding held(String name, double quantity, double price, double unit) {
        return new Holding(name, quantity, price, unit, List.of());
    }

    private static RebalanceRule rule(double band, double costRate, double taxRate, LotOrder lots) {
        return new RebalanceRule(band, Optional.empty(), costRate, 0, taxRate, lots, 1, true);
    }

    @Test
    void insideTheBandNothingIsTraded() {
        List<Holding> holdings = List.of(held("A", 54, 1, 0), held("B", 46, 1, 0));

        RebalancePlan inside =
                Rebalancing.plan(holdings, 0, new double[] {0.5, 0.5}, rule(0.05, 0, 0, LotOrder.FIFO), TODAY, FREE);
        RebalancePlan outside =
                Rebalancing.plan(holdings, 0, new double[] {0.48, 0.52}, rule(0.05, 0, 0, LotOrder.FIFO), TODAY, FREE);

        assertThat(inside.orders()).isEmpty();
        assertThat(inside.reason()).contains("by 4.0 points, and the band is 5.0");
        assertThat(outside.orders()).extracting(OrderWish::name).containsExactly("A", "B");
        assertThat(outside.orders().getFirst().quantity()).isCloseTo(-6, within(1e-9));
    }

    @Test
    void theCalendarTradesInsideTheBandToo() {
        List<Holding> holdings = List.of(held("A", 54, 1, 0), held("B", 46, 1, 0));
        RebalanceRule due = new RebalanceRule(0.05, Optional.of(TODAY), 0, 0, 0, LotOrder.FIFO, 1, true);

        assertThat(Rebalancing.plan(holdings, 0, new double[] {0.5, 0.5}, due, TODAY, FREE)
                        .orders())
                .hasSize(2);
        assertThat(Rebalancing.plan(holdings, 0, new double[] {0.5, 0.5}, due, TODAY.minusDays(1), FREE)
                        .orders())
                .isEmpty();
    }

    @Test
    void wholeUnitsLeaveCashAndNeverMoreThanThereIs() {
        SeededRandom chance = new SeededRandom(8);
        for (int round = 0; round < 200; round++) {
            List<Holding> holdings = new ArrayList<>();
            double[] targets = new double[4];
            double sum = 0;
            double cheapest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 4; i++) {
                double price = 5 + 60 * chance.nextDouble();
                cheapest = Math.min(cheapest, price);
                holdings.add(held("A" + i, chance.nextInt(20), price, 1));
                targets[i] = 0.1 + chance.nextDouble();
                sum += targets[i];
            }
            for (int i = 0; i < 4; i++) {
                targets[i] /= sum;
            }
            double cash = 2_000 * chance.nextDouble();

            RebalancePlan plan =
                    Rebalancing.plan(holdings, cash, targets, rule(0, 0.002, 0, LotOrder.FIFO), TODAY, FREE);

            assertThat(plan.cashLeft()).isGreaterThanOrEqualTo(-1e-6);
            double total = cash + holdings.stream().mapToDouble(Holding::value).sum();
            double after = plan.cashLeft() + plan.costs();
            for (int i = 0; i < 4; i++) {
                double value = plan.weights()[i] * total;
                after += value;
                assertThat(value / holdings.get(i).price())
                        .isCloseTo(Math.rint(value / holdings.get(i).price()), within(1e-6));
                // Nobody is farther below than one unit, costs aside.
                assertThat(targets[i] * total - value)
                        .isLessThan(holdings.get(i).price() + plan.costs() + 1e-6);
            }
            assertThat(after).as("nothing is lost").isCloseTo(total, within(1e-6));
        }
    }

    @Test
    void taxesFollowTheLots() {
        List<TaxLot> lots = List.of(new TaxLot(10, 50), new TaxLot(10, 90));
        Holding old = new Holding("A", 20, 100, 0, lots);
        Holding other = held("B", 0, 10, 0);

        assertThat(old.gain(10, LotOrder.FIFO)).isCloseTo(500, within(1e-9));
        assertThat(old.gain(15, LotOrder.FIFO)).isCloseTo(550, within(1e-9));
        assertThat(old.gain(10, LotOrder.AVERAGE)).isCloseTo(300, within(1e-9));

        RebalancePlan plan = Rebalancing.plan(
                List.of(old, other), 0, new double[] {0.5, 0.5}, rule(0, 0, 0.25, LotOrder.FIFO), TODAY, FREE);

        // Sold: 20 - x with x = (2000 - tax) / 200 and tax = 0.25 (500 + (10 - x) 10)
        double x = (2000 - 0.25 * 600) / (200 - 0.25 * 10);
        assertThat(plan.orders().getFirst().quantity()).isCloseTo(x - 20, within(1e-6));
        assertThat(plan.cashLeft()).isCloseTo(0, within(1e-5));
    }

    @Test
    void whatCostsMoreThanItBringsIsNotDone() {
        List<Holding> holdings = List.of(held("A", 70, 1, 0), held("B", 30, 1, 0));
        RebalanceRule dear = rule(0, 0.01, 0, LotOrder.FIFO);

        RebalancePlan not = Rebalancing.plan(holdings, 0, new double[] {0.5, 0.5}, dear, TODAY, 0.001);
        RebalancePlan yes = Rebalancing.plan(holdings, 0, new double[] {0.5, 0.5}, dear, TODAY, 0.01);

        assertThat(not.orders()).isEmpty();
        assertThat(not.reason()).startsWith("Not worth it");
        assertThat(yes.orders()).hasSize(2);
    }

    @Test
    void whatFlowsInBuysWhatIsMissingAndSellsNothing() {
        RebalanceRule flows = new RebalanceRule(0, Optional.empty(), 0, 0, 0, LotOrder.FIFO, 1, false);

        RebalancePlan plan = Rebalancing.plan(
                List.of(held("A", 80, 1, 0), held("B", 20, 1, 0)), 30, new double[] {0.5, 0.5}, flows, TODAY, FREE);

        assertThat(plan.orders()).extracting(OrderWish::name).containsExactly("B");
        assertThat(plan.orders().getFirst().quantity()).isCloseTo(30, within(1e-9));
    }

    @Test
    void whatIsTakenOutIsSoldFor() {
        RebalancePlan plan = Rebalancing.plan(
                List.of(held("A", 50, 1, 0), held("B", 50, 1, 0)),
                -20,
                new double[] {0.5, 0.5},
                rule(0.05, 0, 0, LotOrder.FIFO),
                TODAY,
                0);

        assertThat(plan.orders()).hasSize(2);
        assertThat(plan.orders().stream().mapToDouble(OrderWish::value).sum()).isCloseTo(-20, within(1e-9));
        assertThat(plan.cashLeft()).isCloseTo(0, within(1e-9));
    }
}
