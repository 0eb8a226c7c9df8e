package io.sextant.exchange.trade;

import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.money.Currency;
import io.sextant.domain.time.Clock;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.limit.BackOff;
import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.TradingTraits;
import io.sextant.exchange.port.VenueException;
import io.sextant.execution.outside.VenueReport;
import io.sextant.execution.outside.VenueReport.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads the venue's books: open orders often, because a healthy stream can still lose a fill, and everything at start, after each
 * reconnect and once a minute. A reading counts when nothing of ours moved while it was made; one that fails says so, and is
 * never taken for an empty account. All under the lock of {@link LiveTrading}.
 */
final class BookReading {

    private final TradingConnector connector;
    private final TradingTraits traits;
    private final List<Listing> listings;
    private final Map<String, Currency> currencies = new TreeMap<>();
    private final TradingSettings settings;
    private final TradeRequests requests;
    private final Clock clock;
    private final BackOff backOff;
    private final Orders orders;
    private final Consumer<VenueReport> tell;

    private boolean openUnderWay;
    private long pollNanos;
    private boolean inRound;
    private boolean openRead;
    private boolean balancesUnderWay;
    private long roundNanos;
    private long roundBegunNanos;
    /** Since when a round is due that is not finished, {@link Long#MAX_VALUE} while none is. */
    private long dueSinceNanos = Long.MAX_VALUE;

    private long readAgainNanos;
    private long roundMoves;
    private boolean waitTold;
    private List<VenueDifference> strangers = List.of();

    /** The orders that are followed. */
    interface Orders {

        /** Takes in what is open; returns what is not ours. */
        List<VenueDifference> onOpen(List<OrderSight> open, long askedNanos);

        /** What differs among the orders that we know. */
        List<VenueDifference> differences();

        /** Our number of an order that is not settled, zero when all are. */
        long findUnsettled();

        /** Moves with everything that we hear or ask. */
        long moves();
    }

    BookReading(
            TradingConnector connector,
            List<Listing> listings,
            TradingSettings settings,
            TradeRequests requests,
            Clock clock,
            BackOff backOff,
            Orders orders,
            Consumer<VenueReport> tell) {
        this.connector = connector;
        traits = connector.traits();
        this.listings = listings;
        this.settings = settings;
        this.requests = requests;
        this.clock = clock;
        this.backOff = backOff;
        this.orders = orders;
        this.tell = tell;
        for (Listing listing : listings) {
            Currency quote = listing.instrument().quote();
            currencies.put(quote.code(), quote);
            if (listing.instrument() instanceof SpotPair pair) {
                currencies.put(pair.base().code(), pair.base());
            }
        }
    }

    /** Reads all anew, and until that is done nothing is known. */
    void doubt(String why) {
        tell.accept(new VenueReport.Doubted(clock.nanos(), VenueTrust.CHECKING, why));
        soon(0);
    }

    void soon(long delayNanos) {
        inRound = false;
        roundNanos = Math.min(roundNanos, clock.nanos() + delayNanos);
    }

    void tick(boolean streams) {
        long now = clock.nanos();
        if (roundNanos <= now) {
            dueSinceNanos = Math.min(dueSinceNanos, now);
        }
        complain(now);
        if (!inRound && roundNanos <= now) {
            beginRound(now);
        } else if (inRound) {
            goOn(now);
        } else if (!openUnderWay && pollNanos <= now) {
            pollNanos = now + (streams ? settings.pollNanos() : settings.pollWithoutStreamNanos());
            readOpen();
        }
    }

    /** Whoever is busy without a pause never gets a reading that counts, and must not go on as if there had been one. */
    private void complain(long now) {
        boolean late = dueSinceNanos != Long.MAX_VALUE && now - dueSinceNanos > settings.patienceNanos();
        if (late && !waitTold) {
            waitTold = true;
            long unsettled = orders.findUnsettled();
            tell.accept(new VenueReport.Doubted(
                    now,
                    VenueTrust.CHECKING,
                    unsettled == 0
                            ? "The books cannot be read while so much happens; new orders wait until they were."
                            : "What became of order " + unsettled + " is not known yet."));
        }
    }

    private void beginRound(long now) {
        inRound = true;
        openRead = false;
        readAgainNanos = now;
        roundBegunNanos = now;
        roundNanos = now + settings.roundNanos();
        if (!openUnderWay) {
            readOpen();
        }
    }

    private void readOpen() {
        openUnderWay = true;
        long askedNanos = clock.nanos();
        requests.ask(
                TradeRequests.Lane.USUAL,
                connector.openWeight(listings.size()),
                () -> connector.open(listings),
                open -> {
                    openUnderWay = false;
                    strangers = orders.onOpen(open, askedNanos);
                    openRead |= askedNanos >= roundBegunNanos;
                    roundMoves = orders.moves();
                },
                problem -> {
                    openUnderWay = false;
                    failed(problem);
                });
    }

    /** After the open orders each order that is not among them is looked for; only then does the account say something. */
    private void goOn(long now) {
        if (openUnderWay || balancesUnderWay) {
            return;
        }
        if (orders.findUnsettled() != 0) {
            return;
        }
        if (!openRead || orders.moves() != roundMoves) {
            if (now >= readAgainNanos) {
                readAgainNanos = now + settings.roundAgainNanos();
                readOpen();
            }
        } else {
            readBalances();
        }
    }

    private void readBalances() {
        balancesUnderWay = true;
        requests.ask(
                TradeRequests.Lane.USUAL,
                traits.balancesWeight(),
                connector::balances,
                balances -> {
                    balancesUnderWay = false;
                    onBalances(balances);
                },
                problem -> {
                    balancesUnderWay = false;
                    failed(problem);
                });
    }

    private void onBalances(List<AccountBalance> balances) {
        if (!inRound) {
            return;
        }
        if (!openRead || orders.moves() != roundMoves) {
            openRead = false;
            return;
        }
        List<VenueDifference> differences = new ArrayList<>(strangers);
        differences.addAll(orders.differences());
        List<Holding> holdings;
        try {
            holdings = holdings(balances);
        } catch (ArithmeticException e) {
            failed(new VenueException(
                    VenueException.Kind.UNREADABLE, "the account holds more of a currency than can be counted", e));
            return;
        }
        inRound = false;
        dueSinceNanos = Long.MAX_VALUE;
        waitTold = false;
        backOff.reset();
        tell.accept(new VenueReport.Read(clock.nanos(), differences, holdings));
    }

    /** A currency that the venue does not list is one of which the account holds nothing. */
    private List<Holding> holdings(List<AccountBalance> balances) {
        List<Holding> holdings = new ArrayList<>();
        currencies.forEach((code, currency) -> {
            BigDecimal total = balances.stream()
                    .filter(one -> one.currency().equals(code))
                    .map(AccountBalance::total)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            int finer = Math.max(0, currency.scale() - decimals(balances, code));
            holdings.add(new Holding(
                    code,
                    total.setScale(currency.scale(), RoundingMode.DOWN)
                            .unscaledValue()
                            .longValueExact(),
                    BigDecimal.TEN.pow(finer).longValueExact()));
        });
        return holdings;
    }

    private int decimals(List<AccountBalance> balances, String code) {
        return balances.stream()
                .filter(one -> one.currency().equals(code))
                .flatMapToInt(one -> one.decimals().stream())
                .min()
                .orElse(traits.balanceDecimals());
    }

    private void failed(VenueException problem) {
        if (inRound) {
            inRound = false;
            dueSinceNanos = Long.MAX_VALUE;
            waitTold = false;
            roundNanos = clock.nanos() + backOff.nextNanos();
            tell.accept(new VenueReport.Doubted(
                    clock.nanos(),
                    VenueTrust.UNREACHABLE,
                    "The books of " + traits.name() + " cannot be read: " + problem.getMessage()));
        }
    }
}
