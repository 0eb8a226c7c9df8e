package io.sextant.engine.core;

import io.sextant.domain.codec.HostingCodec;
import io.sextant.domain.command.RealMoney;
import io.sextant.domain.hosting.HostedRefusal;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One strategy that the desk runs, as the core keeps it. */
final class Hosted {

    static final int FILLS_KEPT = 50;
    static final int REFUSALS_KEPT = 10;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** A fill, by number. */
    record KeptFill(
            long orderId,
            int own,
            long timeNanos,
            Side side,
            long lots,
            long priceTicks,
            long feeUnits,
            long realisedUnits,
            String reason) {}

    HostingTerms terms;
    /** Of {@link #terms}, made when they are first asked for; no part of the state. */
    private @Nullable HostingTerms armedTerms;

    private String armed = "";
    final int[] catalogIndex;
    final List<Instrument> instruments;
    final HostedBook book;
    final EquityTrail trail = new EquityTrail();
    final Deque<KeptFill> fills = new ArrayDeque<>();
    /** What was refused since the start of this process: it is told, and decides nothing. */
    final Deque<HostedRefusal> refusals = new ArrayDeque<>();

    /** Tells it from every other, for as long as there is the desk. */
    int number;

    HostedStage stage = HostedStage.READY;
    StageCause cause = StageCause.ASKED;
    String why = "";
    long sinceNanos;
    /** Until when it was last in a stage in which it thinks; 0 for never. */
    long ranUntilNanos;

    long dayNanos = Long.MIN_VALUE;
    long dayStartUnits;
    long orders;
    private final Deque<Long> sentNanos = new ArrayDeque<>();

    /** What the desk's setting says where a person armed it as it is agreed now. */
    @SuppressWarnings("ReferenceEquality")
    String armedFor(String account) {
        if (armedTerms != terms) {
            armedTerms = terms;
            armed = RealMoney.text(terms, account);
        }
        return armed;
    }

    Hosted(HostingTerms terms, InstrumentCatalog catalog, long capitalUnits) {
        this.terms = terms;
        catalogIndex = terms.instruments().stream().mapToInt(catalog::indexOf).toArray();
        List<Instrument> all = new ArrayList<>();
        for (InstrumentId each : terms.instruments()) {
            all.add(catalog.get(catalog.indexOf(each)));
        }
        instruments = List.copyOf(all);
        book = new HostedBook(instruments, capitalUnits);
    }

    String name() {
        return terms.name();
    }

    /** Its own number of an instrument, -1 for one that is not its own. */
    int own(int instrument) {
        for (int own = 0; own < catalogIndex.length; own++) {
            if (catalogIndex[own] == instrument) {
                return own;
            }
        }
        return -1;
    }

    boolean thinks() {
        return stage == HostedStage.RUNNING;
    }

    long equityUnits(MarketBoard market) {
        long equity = book.cashUnits();
        for (int own = 0; own < catalogIndex.length; own++) {
            if (book.lots(own) != 0) {
                equity = Math.addExact(equity, book.worthUnits(own, market.lastTicks(catalogIndex[own])));
            }
        }
        return equity;
    }

    /** What all positions are worth without their signs. */
    long exposureUnits(MarketBoard market) {
        long exposure = 0;
        for (int own = 0; own < catalogIndex.length; own++) {
            exposure = Math.addExact(exposure, Math.abs(book.worthUnits(own, market.lastTicks(catalogIndex[own]))));
        }
        return exposure;
    }

    /** Below zero for a gain. */
    long dayLossUnits(MarketBoard market) {
        return Math.subtractExact(dayStartUnits, equityUnits(market));
    }

    void enterDay(long newDayNanos, MarketBoard market) {
        if (newDayNanos != dayNanos) {
            dayNanos = newDayNanos;
            dayStartUnits = equityUnits(market);
        }
    }

    void sent(long nowNanos) {
        orders++;
        while (!sentNanos.isEmpty() && sentNanos.peekFirst() <= nowNanos - MINUTE_NANOS) {
            sentNanos.removeFirst();
        }
        sentNanos.addLast(nowNanos);
    }

    int ordersLastMinute(long nowNanos) {
        return (int) sentNanos.stream()
                .filter(sent -> sent > nowNanos - MINUTE_NANOS)
                .count();
    }

    void keep(KeptFill fill) {
        fills.addFirst(fill);
        if (fills.size() > FILLS_KEPT) {
            fills.removeLast();
        }
    }

    void save(StateWriter out) {
        HostingCodec.write(out, terms);
        out.putInt(number);
        HostingCodec.writeStage(out, stage);
        HostingCodec.writeCause(out, cause);
        out.putString(why);
        out.putLong(sinceNanos);
        out.putLong(ranUntilNanos);
        out.putLong(dayNanos);
        out.putLong(dayStartUnits);
        out.putLong(orders);
        out.putLongs(sentNanos.stream().mapToLong(Long::longValue).toArray(), sentNanos.size());
        book.save(out);
        trail.save(out);
        out.putInt(fills.size());
        fills.forEach(each -> save(out, each));
    }

    private static void save(StateWriter out, KeptFill fill) {
        out.putLong(fill.orderId());
        out.putInt(fill.own());
        out.putLong(fill.timeNanos());
        out.putBoolean(fill.side() == Side.BUY);
        out.putLong(fill.lots());
        out.putLong(fill.priceTicks());
        out.putLong(fill.feeUnits());
        out.putLong(fill.realisedUnits());
        out.putString(fill.reason());
    }

    static Hosted load(StateReader in, InstrumentCatalog catalog) {
        Hosted one = new Hosted(HostingCodec.readTerms(in), catalog, 0);
        one.number = in.getInt();
        one.stage = HostingCodec.readStage(in);
        one.cause = HostingCodec.readCause(in);
        one.why = in.getString();
        one.sinceNanos = in.getLong();
        one.ranUntilNanos = in.getLong();
        one.dayNanos = in.getLong();
        one.dayStartUnits = in.getLong();
        one.orders = in.getLong();
        for (long sent : in.getLongs()) {
            one.sentNanos.addLast(sent);
        }
        one.book.load(in);
        one.trail.load(in);
        for (int left = in.getInt(); left > 0; left--) {
            one.fills.addLast(loadFill(in));
        }
        return one;
    }

    private static KeptFill loadFill(StateReader in) {
        long orderId = in.getLong();
        int own = in.getInt();
        long timeNanos = in.getLong();
        Side side = in.getBoolean() ? Side.BUY : Side.SELL;
        long lots = in.getLong();
        long priceTicks = in.getLong();
        long feeUnits = in.getLong();
        long realisedUnits = in.getLong();
        return new KeptFill(orderId, own, timeNanos, side, lots, priceTicks, feeUnits, realisedUnits, in.getString());
    }
}
