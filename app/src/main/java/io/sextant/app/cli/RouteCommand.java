package io.sextant.app.cli;

import io.sextant.app.session.BookSurvey;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.exchange.LiveVenue;
import io.sextant.execution.routing.RoutePlanner;
import io.sextant.execution.routing.RoutePlanner.Part;
import io.sextant.execution.routing.RoutePlanner.Plan;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells where an order would cost least, over several venues. */
@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        description =
                "Reads the books of several venues and tells how an order that takes at once is split over them for the least cost"
                        + " with fees. Sends nothing and needs no key.")
final class RouteCommand extends SextantCommand.Part {

    private static final int BPS_IN_MILLIONTHS = 100;
    private static final int MOST_BPS = 10_000;
    private static final int SHOWN_DIGITS = 12;

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--symbol", required = true, paramLabel = "SYMBOL", description = "The pair: BTC-USDT.")
    String symbol = "";

    @Option(names = "--side", required = true, paramLabel = "buy|sell", description = "To buy or to sell.")
    Side side = Side.BUY;

    @Option(names = "--quantity", required = true, paramLabel = "Q", description = "How much of the first currency.")
    String quantity = "";

    @Option(names = "--limit", paramLabel = "P", description = "The worst price before fees.")
    @Nullable String limit;

    @Option(
            names = "--venues",
            split = ",",
            paramLabel = "VENUES",
            description = "Which to ask (binance,kraken,bybit,coinbase).")
    List<String> venues = List.of("binance", "kraken", "bybit", "coinbase");

    @Option(
            names = "--taker",
            split = ",",
            paramLabel = "VENUE=BPS",
            description = "What a taker pays there in basis points; the fee of the first tier if not given.")
    Map<String, BigDecimal> takerBps = Map.of();

    @Option(names = "--requests-at", hidden = true, split = ",", description = "Other addresses for the venues.")
    Map<String, String> addresses = Map.of();

    @Option(names = "--json", description = "Print nothing but JSON; amounts are exact strings.")
    boolean json;

    @Override
    public Integer call() {
        List<LiveVenue> asked = venues.stream().map(this::venue).distinct().toList();
        Map<LiveVenue, Long> fees = new LinkedHashMap<>();
        takerBps.forEach((name, bps) -> fees.put(venue(name), millionths(bps)));
        Map<LiveVenue, String> elsewhere = new LinkedHashMap<>();
        addresses.forEach((name, address) -> elsewhere.put(venue(name), address));
        InstrumentId pair = understood(() -> InstrumentId.of(symbol.strip().toUpperCase(Locale.ROOT)));
        Quantity wanted = understood(() -> Quantity.parse(quantity));
        Price worst = limit == null ? null : understood(() -> Price.parse(Objects.requireNonNull(limit)));
        if (wanted.isZero() || (worst != null && !worst.isPositive())) {
            throw usage("--quantity and --limit are above zero");
        }
        BookSurvey survey = BookSurvey.ask(asked, pair, side, fees, elsewhere);
        if (survey.books().isEmpty()) {
            throw new IllegalStateException("None of the venues offers " + pair + ": "
                    + String.join("; ", survey.leftOut().values()));
        }
        Quantity step = RoutePlanner.step(survey.books());
        if (!wanted.isMultipleOf(step)) {
            throw new RefusedByRule(
                    "These venues all trade in steps of " + step + ", of which " + wanted + " is no multiple");
        }
        Plan plan = plan(survey, wanted, worst);
        if (json) {
            Json.print(Console.of(spec).out(), map(pair, wanted, survey, plan));
        } else {
            print(Console.of(spec).out(), pair, survey, plan);
        }
        if (plan.routed().compareTo(wanted) < 0) {
            throw new RefusedByRule("The books, as far as they are shown, offer only " + plan.routed() + " of " + wanted
                    + (worst == null ? "" : " within the limit"));
        }
        return ExitCode.OK;
    }

    private Plan plan(BookSurvey survey, Quantity wanted, @Nullable Price worst) {
        try {
            return RoutePlanner.plan(survey.books(), side, wanted, worst);
        } catch (ArithmeticException tooLarge) {
            throw new RefusedByRule(wanted + " is more than can be reckoned at once; ask for a part of it");
        }
    }

    private LiveVenue venue(String name) {
        return LiveVenue.find(name.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> usage("the venues are " + LiveVenue.labels() + ", not " + name));
    }

    private long millionths(BigDecimal bps) {
        if (bps.abs().compareTo(BigDecimal.valueOf(MOST_BPS)) >= 0) {
            throw usage("--taker is in basis points of the value");
        }
        return bps.multiply(BigDecimal.valueOf(BPS_IN_MILLIONTHS))
                .setScale(0, RoundingMode.UP)
                .longValueExact();
    }

    private interface Reading<T> {

        T read();
    }

    private <T> T understood(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private static BigDecimal price(Part part) {
        return part.value().divide(new BigDecimal(part.quantity().toString()), new MathContext(SHOWN_DIGITS));
    }

    /** What the route saves against the best venue alone, in basis points; empty where no venue offers all of it. */
    private Optional<BigDecimal> savedBps(Plan plan) {
        return plan.single()
                .filter(single -> single.allIn().signum() != 0)
                .map(single -> single.allIn()
                        .subtract(plan.allIn())
                        .multiply(BigDecimal.valueOf((long) side.sign() * MOST_BPS))
                        .divide(single.allIn(), new MathContext(SHOWN_DIGITS))
                        .setScale(3, RoundingMode.HALF_EVEN));
    }

    private void print(PrintWriter out, InstrumentId pair, BookSurvey survey, Plan plan) {
        Table table = new Table("VENUE", "QUANTITY", "AVERAGE PRICE", "VALUE", "FEE");
        for (Part part : plan.parts()) {
            table.row(
                    part.venue(),
                    part.quantity(),
                    price(part),
                    part.value().toPlainString(),
                    part.fee().toPlainString());
        }
        table.printOr(out, "No venue offers it.");
        out.println((side == Side.BUY ? "All in it costs " : "All in it brings ")
                + plan.allIn().toPlainString() + " for " + plan.routed() + " of " + pair + ".");
        plan.single()
                .ifPresent(single -> out.println("All of it at " + single.venue() + ", the best venue alone: "
                        + single.allIn().toPlainString() + "; the route saves "
                        + savedBps(plan).orElse(BigDecimal.ZERO).toPlainString() + " bp."));
        survey.leftOut().forEach((venue, why) -> out.println(venue.label() + " is left out: " + why + "."));
        out.println("Nothing was sent.");
        out.flush();
    }

    private Map<String, Object> map(InstrumentId pair, Quantity wanted, BookSurvey survey, Plan plan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("symbol", pair.symbol());
        map.put("side", side.name());
        map.put("wanted", wanted.toString());
        map.put("routed", plan.routed().toString());
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Part part : plan.parts()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("venue", part.venue());
            row.put("quantity", part.quantity().toString());
            row.put("averagePrice", price(part).toPlainString());
            row.put("value", part.value().toPlainString());
            row.put("fee", part.fee().toPlainString());
            parts.add(row);
        }
        map.put("parts", parts);
        map.put("allIn", plan.allIn().toPlainString());
        map.put("bestVenue", plan.single().map(RoutePlanner.Single::venue).orElse(""));
        map.put(
                "bestVenueAllIn",
                plan.single().map(one -> one.allIn().toPlainString()).orElse(""));
        map.put("savedBps", savedBps(plan).map(BigDecimal::toPlainString).orElse(""));
        Map<String, String> leftOut = new LinkedHashMap<>();
        survey.leftOut().forEach((venue, why) -> leftOut.put(venue.label(), why));
        map.put("leftOut", leftOut);
        return map;
    }
}
