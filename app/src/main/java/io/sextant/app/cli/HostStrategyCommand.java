package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskStrategies;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.StrategyKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Agrees with a strategy that a desk is to run. */
@Command(
        name = "host",
        mixinStandardHelpOptions = true,
        description =
                "Agrees with a strategy that a desk is to run: its share of the account, its instruments and its limits. It does not start it."
                        + " The same name again changes what was agreed, while it does not run.")
final class HostStrategyCommand extends DeskStrategyPart {

    @Parameters(paramLabel = "NAME", description = "What it is to be called: small letters, digits and hyphens.")
    String name = "";

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "NAME|FILE",
            description =
                    "One that comes with the workstation, or your own file in the folder strategies of the data folder.")
    String strategy = "";

    @Option(names = "--on", required = true, split = ",", paramLabel = "SYMBOLS", description = "Its instruments.")
    List<String> symbols = List.of();

    @Option(names = "--timeframe", required = true, paramLabel = "T", description = "Of its bars: 1m, 5m, 1h, 1d.")
    String timeframe = "";

    @Option(
            names = "--capital",
            required = true,
            paramLabel = "AMOUNT",
            description = "Its share of the account, in what its instruments are quoted in; nobody presumes one.")
    String capital = "";

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "A setting; usual where none is given.")
    Map<String, Double> parameters = Map.of();

    @Option(
            names = "--largest-order",
            paramLabel = "AMOUNT",
            description = "What one order may be worth (a tenth more than the capital).")
    @Nullable String largestOrder;

    @Option(
            names = "--day-loss",
            paramLabel = "AMOUNT",
            description = "At this loss since the day began it is paused (a twentieth of the capital).")
    @Nullable String dayLoss;

    @Option(names = "--orders-a-minute", paramLabel = "N", description = "How many it may send (${DEFAULT-VALUE}).")
    int ordersAMinute = 20;

    @Option(
            names = "--exposure",
            paramLabel = "PERCENT",
            description = "How much of its equity it may hold (${DEFAULT-VALUE}).")
    int exposurePercent = 100;

    @Option(
            names = "--commission-bps",
            paramLabel = "BPS",
            description = "What its shadow is charged (the venue's fee).")
    @Nullable Double commissionBps;

    @Option(names = "--spread-bps", paramLabel = "BPS", description = "The spread its shadow pays half of (0).")
    double spreadBps;

    @Option(names = "--slippage-bps", paramLabel = "BPS", description = "What its shadow loses on top of that (0).")
    double slippageBps;

    @Override
    public Integer call() {
        Path chosen = dataFolder();
        StrategyKind kind = new DeskStrategies(chosen == null ? DataFolder.usual() : chosen).kind(strategy);
        Needs needs = kind.needs(Choice.of(kind, new LinkedHashMap<>(parameters)));
        int count = symbols.size();
        if (count < needs.fewestInstruments() || count > needs.mostInstruments()) {
            throw new RefusedByRule(kind.name() + " trades " + needs.fewestInstruments() + " to "
                    + needs.mostInstruments() + " instruments, not " + count);
        }
        return desk.open(dataFolder(), spec, hand -> {
            HostingTerms terms = terms(hand.instruments());
            hand.submit("strategy", new HostStrategy(terms));
            say(name + " is agreed with: " + strategy + " on " + String.join(", ", symbols) + ", " + timeframe + ", "
                    + terms.capital() + ". Start it with sextant strategies start " + name + ".");
            return ExitCode.OK;
        });
    }

    private HostingTerms terms(List<Instrument> traded) {
        List<Instrument> instruments =
                symbols.stream().map(each -> find(each, traded)).toList();
        Instrument first = instruments.getFirst();
        Currency quote = first.quote();
        Money share = Money.parse(capital, quote);
        double usualBps = first.fees().takerPartsPerMillion() / 100.0;
        return new HostingTerms(
                name,
                strategy,
                parameters,
                instruments.stream().map(Instrument::id).toList(),
                Timeframe.parse(timeframe),
                share,
                new HostingLimits(
                        largestOrder == null
                                ? Money.of(Math.addExact(share.units(), share.units() / 10), quote)
                                : Money.parse(largestOrder, quote),
                        dayLoss == null ? Money.of(share.units() / 20, quote) : Money.parse(dayLoss, quote),
                        ordersAMinute,
                        exposurePercent),
                new BacktestSetup.Costs(commissionBps == null ? usualBps : commissionBps, spreadBps, slippageBps));
    }

    private static Instrument find(String symbol, List<Instrument> traded) {
        InstrumentId wanted = InstrumentId.of(symbol.strip().toUpperCase(Locale.ROOT));
        return traded.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new RefusedByRule("This desk does not trade " + wanted));
    }
}
