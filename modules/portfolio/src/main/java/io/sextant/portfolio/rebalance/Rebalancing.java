package io.sextant.portfolio.rebalance;

import io.sextant.portfolio.PortfolioRefusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which orders lead from what is held to target weights. A pure computation: its wishes become orders only through the gate. */
public final class Rebalancing {

    private static final double ROUNDING = 1e-9;

    private final List<Holding> holdings;
    private final double cash;
    private final double[] targets;
    private final RebalanceRule rule;
    private final double total;

    private Rebalancing(List<Holding> holdings, double cash, double[] targets, RebalanceRule rule) {
        this.holdings = holdings;
        this.cash = cash;
        this.targets = targets;
        this.rule = rule;
        total = holdings.stream().mapToDouble(Holding::value).sum() + cash;
        if (targets.length != holdings.size()) {
            throw new IllegalArgumentException(targets.length + " targets for " + holdings.size() + " holdings");
        }
        if (!(total > 0)) {
            throw new PortfolioRefusal(
                    "What is held is worth nothing with its cash, so that no weight means anything.");
        }
    }

    /**
     * @param cash to be invested with what is held; negative for what is to be taken out
     * @param benefitYear what the target is better by than what is held, a year, as a share of the value; infinite where that does not count
     */
    public static RebalancePlan plan(
            List<Holding> holdings,
            double cash,
            double[] targets,
            RebalanceRule rule,
            LocalDate today,
            double benefitYear) {
        return new Rebalancing(List.copyOf(holdings), cash, targets.clone(), rule).plan(today, benefitYear);
    }

    private RebalancePlan plan(LocalDate today, double benefitYear) {
        double drift = 0;
        int farthest = 0;
        for (int i = 0; i < targets.length; i++) {
            double off = Math.abs(holdings.get(i).value() / total - targets[i]);
            if (off > drift) {
                drift = off;
                farthest = i;
            }
        }
        boolean isDue = rule.due().isPresent() && !today.isBefore(rule.due().orElseThrow());
        boolean mustSell = cash < 0;
        if (drift <= rule.band() + ROUNDING && !isDue && !mustSell && rule.band() > 0) {
            return nothing(String.format(
                    Locale.ENGLISH,
                    "Nothing to do: %s is farthest from its target, by %.1f points, and the band is %.1f.",
                    holdings.get(farthest).name(),
                    100 * drift,
                    100 * rule.band()));
        }
        double[] quantities = wished();
        RebalancePlan plan = of(quantities, reason(farthest, drift, isDue, mustSell));
        double price = (plan.costs() + plan.taxes()) / total;
        if (!mustSell && !isDue && price > benefitYear * rule.yearsOfBenefit()) {
            return nothing(String.format(
                    Locale.ENGLISH,
                    "Not worth it: costs and taxes of %.3f%% of the value are more than the %.3f%% that the better weights bring in %s.",
                    100 * price,
                    100 * benefitYear * rule.yearsOfBenefit(),
                    rule.yearsOfBenefit() == 1 ? "a year" : rule.yearsOfBenefit() + " years"));
        }
        return plan;
    }

    private String reason(int farthest, double drift, boolean isDue, boolean mustSell) {
        if (mustSell) {
            return "Cash is to be taken out.";
        }
        if (isDue) {
            return "The day has come.";
        }
        return String.format(
                Locale.ENGLISH,
                "%s is %.1f points from its target.",
                holdings.get(farthest).name(),
                100 * drift);
    }

    private RebalancePlan nothing(String reason) {
        double[] quantities = new double[targets.length];
        Arrays.setAll(quantities, i -> holdings.get(i).quantity());
        return of(quantities, reason);
    }

    /** Quantities after the plan: targets of what costs and taxes leave, down to whole units, then one more where most is missing. */
    private double[] wished() {
        double value = total;
        double[] quantities = toward(value);
        for (int round = 0; round < 50; round++) {
            RebalancePlan tried = of(quantities, "");
            double left = total - tried.costs() - tried.taxes();
            if (Math.abs(left - value) < ROUNDING * total) {
                break;
            }
            value = left;
            quantities = toward(value);
        }
        fill(quantities, value);
        return quantities;
    }

    private double[] toward(double value) {
        double[] quantities = new double[targets.length];
        double wanted = 0;
        for (int i = 0; i < targets.length; i++) {
            wanted += rule.sells() || cash < 0
                    ? 0
                    : Math.max(0, targets[i] * value - holdings.get(i).value());
        }
        for (int i = 0; i < targets.length; i++) {
            Holding holding = holdings.get(i);
            double goal = targets[i] * value;
            if (!rule.sells() && cash >= 0) {
                double missing = Math.max(0, goal - holding.value());
                double spare = Math.max(0, cash - (total - value));
                goal = holding.value() + (wanted > 0 ? Math.min(missing, spare * missing / wanted) : 0);
            }
            quantities[i] = whole(goal / holding.price(), holding.unit());
        }
        return quantities;
    }

    private static double whole(double quantity, double unit) {
        if (unit == 0) {
            return quantity;
        }
        double units = Math.abs(quantity) / unit;
        return Math.copySign(Math.floor(units + ROUNDING) * unit, quantity);
    }

    private void fill(double[] quantities, double value) {
        for (int round = 0; round < 10_000; round++) {
            double spare = of(quantities, "").cashLeft();
            int best = -1;
            double most = 0;
            for (int i = 0; i < targets.length; i++) {
                Holding holding = holdings.get(i);
                double missing = targets[i] * value - quantities[i] * holding.price();
                double dear = holding.unit() * holding.price();
                if (holding.unit() > 0 && missing > most && dear * (1 + rule.costRate()) + rule.costFixed() <= spare) {
                    most = missing;
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            quantities[best] += holdings.get(best).unit();
        }
    }

    private RebalancePlan of(double[] quantities, String reason) {
        List<OrderWish> orders = new ArrayList<>();
        double costs = 0;
        double gains = 0;
        double spent = 0;
        for (int i = 0; i < quantities.length; i++) {
            Holding holding = holdings.get(i);
            double quantity = quantities[i] - holding.quantity();
            double value = quantity * holding.price();
            if (Math.abs(value) <= ROUNDING * total) {
                continue;
            }
            double gain = quantity < 0 && holding.quantity() > 0
                    ? holding.gain(Math.min(-quantity, holding.quantity()), rule.lots())
                    : 0;
            orders.add(new OrderWish(holding.name(), quantity, value, gain));
            costs += Math.abs(value) * rule.costRate() + rule.costFixed();
            gains += gain;
            spent += value;
        }
        orders.sort((a, b) -> Double.compare(a.value(), b.value()));
        double taxes = Math.max(0, gains) * rule.taxRate();
        double left = cash - spent - costs - taxes;
        double[] weights = new double[quantities.length];
        Arrays.setAll(weights, i -> quantities[i] * holdings.get(i).price() / total);
        return new RebalancePlan(orders, weights, left, costs, taxes, reason);
    }
}
