package io.sextant.engine.recovery;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.MarketSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Journals what a feed says that nothing else could say again, before the core acts on it, and says it again on recovery.
 * One record a report; the numbers of the kinds are on disk and never change. No allocation for trades, quotes and levels.
 */
public final class MarketRecords implements MarketSink {

    private static final int TRADE = 1;
    private static final int QUOTE = 2;
    private static final int LEVEL = 3;
    private static final int HEADLINE = 4;
    private static final int STATUS = 5;

    private final Journal journal;
    private final LongSupplier sequence;
    private final LongSupplier marketNanos;
    private final MarketSink core;
    private final StateBytes bytes = new StateBytes();

    public MarketRecords(Journal journal, LongSupplier sequence, LongSupplier marketNanos, MarketSink core) {
        this.journal = journal;
        this.sequence = sequence;
        this.marketNanos = marketNanos;
        this.core = core;
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        begin(TRADE, instrument, timeNanos);
        bytes.putLong(priceTicks);
        bytes.putLong(lots);
        bytes.putInt(aggressor.sign());
        append();
        core.onTrade(instrument, timeNanos, priceTicks, lots, aggressor);
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        begin(QUOTE, instrument, timeNanos);
        bytes.putLong(bidTicks);
        bytes.putLong(bidLots);
        bytes.putLong(askTicks);
        bytes.putLong(askLots);
        append();
        core.onQuote(instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        begin(LEVEL, instrument, timeNanos);
        bytes.putInt(side.sign());
        bytes.putLong(priceTicks);
        bytes.putLong(lots);
        append();
        core.onLevel(instrument, timeNanos, side, priceTicks, lots);
    }

    @Override
    public void onHeadline(Headline headline) {
        begin(HEADLINE, 0, headline.timeNanos());
        bytes.putInt(headline.instruments().size());
        headline.instruments().forEach(id -> bytes.putString(id.symbol()));
        bytes.putString(headline.template());
        bytes.putInt(headline.arguments().size());
        headline.arguments().forEach(bytes::putString);
        bytes.putString(headline.text());
        bytes.putString(headline.source());
        append();
        core.onHeadline(headline);
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        onStatus(0, status, detail);
    }

    @Override
    public void onStatus(int venue, FeedStatus status, String detail) {
        // A status has no time of its own; a replay that begins its step with it must come to the same market time.
        begin(STATUS, venue, marketNanos.getAsLong());
        bytes.putString(status.name());
        bytes.putString(detail);
        append();
        core.onStatus(venue, status, detail);
    }

    /** Says one record again. */
    static void replay(StateReader in, MarketSink core) {
        int kind = in.getInt();
        int instrument = in.getInt();
        long timeNanos = in.getLong();
        switch (kind) {
            case TRADE -> core.onTrade(instrument, timeNanos, in.getLong(), in.getLong(), side(in.getInt()));
            case QUOTE -> core.onQuote(instrument, timeNanos, in.getLong(), in.getLong(), in.getLong(), in.getLong());
            case LEVEL -> core.onLevel(instrument, timeNanos, side(in.getInt()), in.getLong(), in.getLong());
            case HEADLINE -> core.onHeadline(headline(in, timeNanos));
            case STATUS -> core.onStatus(instrument, FeedStatus.valueOf(in.getString()), in.getString());
            default -> throw new IllegalStateException("unknown market record " + kind);
        }
    }

    /** Market time of a record, read before it is said again. */
    static long timeNanos(StateReader in) {
        in.getInt();
        in.getInt();
        return in.getLong();
    }

    private void begin(int kind, int instrument, long timeNanos) {
        bytes.clear();
        bytes.putInt(kind);
        bytes.putInt(instrument);
        bytes.putLong(timeNanos);
    }

    private void append() {
        journal.append(RecordKind.MARKET, sequence.getAsLong(), bytes.array(), bytes.size());
    }

    private static Side side(int sign) {
        return sign > 0 ? Side.BUY : Side.SELL;
    }

    private static Headline headline(StateReader in, long timeNanos) {
        List<InstrumentId> instruments = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            instruments.add(InstrumentId.of(in.getString()));
        }
        String template = in.getString();
        List<String> arguments = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            arguments.add(in.getString());
        }
        return new Headline(timeNanos, instruments, template, arguments, in.getString(), in.getString());
    }
}
