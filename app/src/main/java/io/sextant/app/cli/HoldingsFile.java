package io.sextant.app.cli;

import io.sextant.domain.portfolio.LotOrder;
import io.sextant.domain.portfolio.TaxLot;
import io.sextant.portfolio.optimise.Figures;
import io.sextant.portfolio.optimise.Market;
import io.sextant.portfolio.rebalance.Holding;
import io.sextant.portfolio.rebalance.OrderWish;
import io.sextant.portfolio.rebalance.RebalancePlan;
import io.sextant.portfolio.rebalance.RebalanceRule;
import io.sextant.portfolio.rebalance.Rebalancing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The JSON file of what is held and how it may be brought to weights, and the plan that comes of it. */
record HoldingsFile(Path file, JsonNode root) {

    private static final Set<String> KEYS =
            Set.of("cash", "unit", "band", "costs", "costPerOrder", "tax", "taxLots", "sells", "years", "positions");

    private static final double ROUNDING = 1e-9;

    static HoldingsFile read(Path file, List<String> names) {
        JsonNode root = JsonFile.object(file);
        PortfolioFiles.requireKeys(file, root, KEYS);
        JsonNode positions = JsonFile.object(file, root, "positions", "{\"A\": 10} or {\"A\": {\"quantity\": 10}}");
        for (Map.Entry<String, JsonNode> each : positions.properties()) {
            PortfolioFiles.place(file, names, each.getKey(), "positions");
            JsonNode position = each.getValue();
            if (PortfolioFiles.isNumber(position)) {
                continue;
            }
            if (!PortfolioFiles.isNumber(position.path("quantity"))) {
                throw new RefusedByRule("The position of " + each.getKey() + " in " + file + " is " + position
                        + ", which is neither a quantity nor an object with one like {\"quantity\": 10}.");
            }
            PortfolioFiles.requireKeys(file, position, Set.of("quantity", "unit", "lots"));
            for (JsonNode lot : JsonFile.list(file, position, "lots", "[{\"quantity\": 10, \"price\": 90}]")) {
                PortfolioFiles.requireKeys(file, lot, Set.of("quantity", "price"));
            }
        }
        if (!root.path("sells").isMissingNode() && !root.path("sells").isBoolean()) {
            throw new RefusedByRule("The file " + file + " says " + root.path("sells")
                    + " for sells, which is neither true nor false.");
        }
        return new HoldingsFile(file, root);
    }

    RebalancePlan plan(Market market, PortfolioPrices table, double[] wanted, double riskAversion) {
        double[] targets = wanted.clone();
        double[] prices = prices(market, table, targets);
        double unit = notNegative(root, "unit", 0);
        List<Holding> holdings = new ArrayList<>();
        double total = PortfolioFiles.number(file, root, "cash", 0);
        for (int i = 0; i < prices.length; i++) {
            JsonNode position = root.path("positions").path(market.names().get(i));
            List<TaxLot> lots = new ArrayList<>();
            for (JsonNode lot : position.path("lots")) {
                double quantity = PortfolioFiles.number(file, lot, "quantity", Double.NaN);
                double price = PortfolioFiles.number(file, lot, "price", Double.NaN);
                if (!(quantity > 0) || !(price >= 0)) {
                    throw new RefusedByRule("A lot of " + market.names().get(i) + " in " + file
                            + " needs a quantity above 0 and a price.");
                }
                lots.add(new TaxLot(quantity, price));
            }
            double quantity = quantity(market.names().get(i));
            double own = notNegative(position, "unit", unit);
            holdings.add(new Holding(market.names().get(i), quantity, prices[i], own, lots));
            total += quantity * prices[i];
        }
        double[] held = new double[prices.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = holdings.get(i).quantity() * prices[i] / total;
        }
        boolean weighed = !root.path("years").isMissingNode();
        double benefit = weighed
                ? utility(market, targets, riskAversion) - utility(market, held, riskAversion)
                : Double.POSITIVE_INFINITY;
        return Rebalancing.plan(
                holdings, PortfolioFiles.number(file, root, "cash", 0), targets, rule(), LocalDate.EPOCH, benefit);
    }

    /**
     * Orders are of the newest row: a price that is older is of another day, and an order of it would not lead to the weights. What is
     * neither held nor wanted needs none, and a rest of rounding is no wish.
     */
    private double[] prices(Market market, PortfolioPrices table, double[] targets) {
        double[] prices = new double[targets.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = table.newest(i);
            if (Double.isNaN(prices[i])) {
                int last = table.lastKnown(i);
                String name = market.names().get(i);
                if (quantity(name) != 0 || Math.abs(targets[i]) > ROUNDING) {
                    String[] rows = table.table().rows();
                    throw new RefusedByRule("The newest row (" + rows[rows.length - 1] + ") has no price of " + name
                            + ", which is held or wanted; its last one is of " + rows[last]
                            + ", and an order is not made of an old price.");
                }
                targets[i] = 0;
                prices[i] = table.table().prices()[i][last];
            }
        }
        return prices;
    }

    private double quantity(String name) {
        JsonNode position = root.path("positions").path(name);
        return position.isNumber() ? position.asDouble() : PortfolioFiles.number(file, position, "quantity", 0);
    }

    private static double utility(Market market, double[] weights, double riskAversion) {
        Figures figures = Figures.of(market, weights);
        return figures.expectedReturn() - riskAversion / 2 * figures.volatility() * figures.volatility();
    }

    private RebalanceRule rule() {
        String lots = root.has("taxLots") ? JsonFile.text(file, root.path("taxLots"), "taxLots") : "fifo";
        LotOrder order = switch (lots) {
            case "fifo" -> LotOrder.FIFO;
            case "average" -> LotOrder.AVERAGE;
            default -> throw new RefusedByRule("taxLots in " + file + " is fifo or average, not " + lots + ".");
        };
        return new RebalanceRule(
                notNegative(root, "band", 0),
                Optional.empty(),
                notNegative(root, "costs", 0),
                notNegative(root, "costPerOrder", 0),
                notNegative(root, "tax", 0),
                order,
                notNegative(root, "years", 1),
                root.path("sells").asBoolean(true));
    }

    private double notNegative(JsonNode node, String key, double absent) {
        double value = PortfolioFiles.number(file, node, key, absent);
        if (!(value >= 0)) {
            throw new RefusedByRule("The " + key + " in " + file + " is " + value + ", and not below 0 it must be.");
        }
        return value;
    }

    static void tell(RebalancePlan plan, Map<String, Object> answer) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (OrderWish wish : plan.orders()) {
            Map<String, Object> order = new LinkedHashMap<>();
            order.put("asset", wish.name());
            order.put("quantity", wish.quantity());
            order.put("value", wish.value());
            order.put("gain", wish.gain());
            orders.add(order);
        }
        answer.put("orders", orders);
        answer.put("cashLeft", plan.cashLeft());
        answer.put("tradeCosts", plan.costs());
        answer.put("taxes", plan.taxes());
        answer.put("reason", plan.reason());
    }

    static void tell(RebalancePlan plan, PrintWriter out) {
        out.println(plan.reason());
        for (OrderWish wish : plan.orders()) {
            out.printf(
                    Locale.ENGLISH,
                    "%-4s %-12s %14.4f   value %14.2f%n",
                    wish.quantity() < 0 ? "sell" : "buy",
                    wish.name(),
                    Math.abs(wish.quantity()),
                    Math.abs(wish.value()));
        }
        out.printf(
                Locale.ENGLISH,
                "costs %.2f, taxes %.2f, cash left %.2f; nothing was sent%n",
                plan.costs(),
                plan.taxes(),
                plan.cashLeft());
    }
}
