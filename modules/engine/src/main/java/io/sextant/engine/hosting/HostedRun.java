package io.sextant.engine.hosting;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.hosting.HostPhase;
import io.sextant.domain.hosting.HostedFill;
import io.sextant.domain.hosting.HostedOutlook;
import io.sextant.domain.hosting.HostedWish;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.LocalEngine;
import io.sextant.engine.core.HostedViews.BookNow;
import io.sextant.engine.core.TradingCore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One strategy from its start until it is paused or stopped, on a thread of its own: it waits until the venue's books are known to agree,
 * warms up, and then hears the market. When it goes on, another run does.
 */
final class HostedRun {

    /** How many reports wait at most; then it has fallen behind. */
    static final int REPORTS_MAX = 1 << 15;

    private static final long LOOK_NANOS = 20_000_000L;
    private static final long REST_NANOS = 500_000L;
    private static final long KEEP_NANOS = 1_000_000_000L;

    /** What a run needs of its host. */
    record Surroundings(
            LocalEngine engine,
            InstrumentCatalog catalog,
            HostTap tap,
            HostKinds kinds,
            HostWorld world,
            ShadowShelf shelf,
            Supplier<CommandKey> keys,
            Clock clock,
            Pause pause,
            BiConsumer<HostedRun, String> failed) {}

    final HostingTerms terms;
    /** The stage that it runs for: another start has another. */
    final long stageSinceNanos;

    final ConcurrentHashMap<InstrumentId, HostedWish> wishes = new ConcurrentHashMap<>();
    final ConcurrentHashMap<InstrumentId, HostedOutlook> outlooks = new ConcurrentHashMap<>();
    private final Surroundings of;
    private final Parity parity;
    private final HostOrders orders;
    private final long quietUntilNanos;
    private final Optional<KeptShadow> kept;
    private final Thread thread;
    private final HostTap.Hearing hearing;
    private volatile boolean ended;
    private volatile HostPhase phase = HostPhase.WAITING_FOR_BOOKS;
    private long keptUntilNanos;
    private long keptAtNanos;
    private volatile int warmUpDone;
    private volatile int warmUpNeeded;
    /** When it began to think about the report that it has in hand, by the wall; 0 while it has none. */
    private volatile long thinkingSinceNanos;

    /** @param kept the shadow of a process before this one, where it goes on */
    HostedRun(
            HostingTerms terms,
            long stageSinceNanos,
            long quietUntilNanos,
            Parity parity,
            Optional<KeptShadow> kept,
            Surroundings of) {
        this.kept = kept;
        this.terms = terms;
        this.stageSinceNanos = stageSinceNanos;
        this.quietUntilNanos = quietUntilNanos;
        this.parity = parity;
        this.of = of;
        orders = new HostOrders(terms.name(), of.engine(), of.catalog(), of.keys(), parity, this::thinks);
        boolean[] wanted = new boolean[of.catalog().size()];
        terms.instruments().forEach(each -> wanted[of.catalog().indexOf(each)] = true);
        hearing = new HostTap.Hearing(terms.name(), wanted, REPORTS_MAX);
        thread = Thread.ofPlatform()
                .name("sextant-strategy-" + terms.name())
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::run);
    }

    void begin() {
        thread.start();
    }

    /** Nothing more is sent for it, even by code that hangs and comes back later. */
    void end() {
        ended = true;
        orders.revoke();
        look(core -> {
            of.tap().remove(hearing);
            return true;
        });
        thread.interrupt();
    }

    HostPhase phase() {
        return phase;
    }

    int warmUpDone() {
        return warmUpDone;
    }

    int warmUpNeeded() {
        return warmUpNeeded;
    }

    /** Whether reports were lost to it. */
    boolean hasLost() {
        return hearing.hasLost();
    }

    /** How long it has thought about one report by now. */
    long thinkingNanos() {
        long since = thinkingSinceNanos;
        return since == 0 || orders.isWaiting() ? 0 : of.clock().nanos() - since;
    }

    private void thinks() {
        thinkingSinceNanos = of.clock().nanos();
    }

    private void run() {
        try {
            waitForBooks();
            Seats seats = warmUp();
            phase = HostPhase.TRADING;
            hear(seats);
        } catch (CancellationException stopped) {
            ended = true;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError mistake) {
            if (!ended) {
                of.failed().accept(this, String.valueOf(mistake).replaceAll("\\s+", " "));
            }
        } finally {
            thinkingSinceNanos = 0;
        }
    }

    private void waitForBooks() {
        while (trust() != VenueTrust.AGREED) {
            checkGoesOn();
            of.pause().parkNanos(LOOK_NANOS);
        }
    }

    private VenueTrust trust() {
        return look(core -> core.reconciliation().trust());
    }

    /** What an earlier run left working is taken back first: this one would not know it. */
    private BookNow cleanBook() {
        while (true) {
            checkGoesOn();
            BookNow book = look(this::book);
            if (book.working().length == 0) {
                return book;
            }
            for (long orderId : book.working()) {
                HostOrders.await(of.engine(), of.keys().get(), new CancelOrder(new OrderId(orderId)));
            }
            of.pause().parkNanos(LOOK_NANOS);
        }
    }

    private BookNow book(TradingCore core) {
        return core.hosted()
                .findBook(terms.name())
                .orElseThrow(() -> new CancellationException("the strategy is gone"));
    }

    private Seats warmUp() {
        cleanBook();
        phase = HostPhase.WARMING_UP;
        // From the moment at which the bars in memory are read, every report is written into the ring: nothing is
        // missed between.
        record Beginning(BookNow book, List<BarSeries> newest, long nowNanos, List<HostedFill> fills) {}
        Beginning from = look(core -> {
            of.tap().add(hearing);
            return new Beginning(
                    book(core),
                    terms.instruments().stream()
                            .map(each -> core.bars().newest(each, LocalEngine.baseOf(terms.timeframe())))
                            .toList(),
                    core.marketNanos(),
                    fills(core));
        });
        thinks();
        Seats seats =
                new Seats(terms, of.kinds(), of.catalog(), from.book(), parity, wishes, kept, of.world(), outlooks);
        warmUpNeeded = seats.warmUpBars();
        List<BarSeries> bars = new ArrayList<>();
        for (int own = 0; own < terms.instruments().size(); own++) {
            bars.add(of.engine()
                    .barsUntilNow(
                            terms.instruments().get(own),
                            terms.timeframe(),
                            seats.pastBars(),
                            from.newest().get(own)));
        }
        kept.ifPresentOrElse(
                shadow -> {
                    parity.resume(from.nowNanos(), shadow.heardUntilNanos());
                    seats.shadowActs(shadow.heardUntilNanos(), quietUntilNanos);
                },
                () -> parity.begin(from.nowNanos(), quietUntilNanos));
        seats.warmUp(bars, quietUntilNanos, done -> {
            warmUpDone = done;
            thinks();
            checkGoesOn();
        });
        kept.ifPresent(shadow -> from.fills().reversed().stream()
                .filter(each -> each.timeNanos() > shadow.heardUntilNanos())
                .forEach(this::unheard));
        thinkingSinceNanos = 0;
        return seats;
    }

    private List<HostedFill> fills(TradingCore core) {
        return core.hosted().strategies().stream()
                .filter(each -> each.terms().name().equals(terms.name()))
                .flatMap(each -> each.fills().stream())
                .toList();
    }

    private void unheard(HostedFill fill) {
        parity.unheard(
                of.catalog().indexOf(fill.instrument()),
                fill.side().sign() * fill.quantity().toDouble(),
                fill.price().toDouble(),
                fill.fee().toDouble(),
                fill.timeNanos());
    }

    /** Once in a while: what came after is made again from bars and from the core's fills. */
    private void keep(Seats seats) {
        long now = of.clock().nanos();
        if (seats.steppedUntilNanos() > keptUntilNanos && now - keptAtNanos > KEEP_NANOS) {
            keptUntilNanos = seats.steppedUntilNanos();
            keptAtNanos = now;
            of.shelf().write(terms.name(), seats.kept(stageSinceNanos).bytes());
        }
    }

    private void hear(Seats seats) {
        while (!ended) {
            if (hearing.ring.waiting() == 0) {
                of.pause().parkNanos(REST_NANOS);
                continue;
            }
            thinks();
            seats.hear(hearing.ring, orders);
            hearing.ring.release(1);
            thinkingSinceNanos = 0;
            seats.findFailure().ifPresent(failure -> {
                throw new IllegalStateException(failure);
            });
            keep(seats);
        }
    }

    private void checkGoesOn() {
        if (ended) {
            throw new CancellationException("the strategy was stopped");
        }
    }

    private <R> R look(Function<TradingCore, R> at) {
        try {
            return of.engine().lookAtCore(at).toCompletableFuture().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the strategy was stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CancellationException gone) {
                throw gone;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
