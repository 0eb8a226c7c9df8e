package io.sextant.marketdata.recording;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.depth.DepthView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Recordings told together in the order of time: of other instruments, of other days, or both. What happened at one time is one step. A
 * recording that is over, or that lost touch, takes the books of its own instruments back and no others: nobody knows what became of them.
 */
public final class SeveralRecordings implements Feed {

    private static final long NANOS = 1_000_000_000L;

    private final List<Member> members;
    private final InstrumentCatalog instruments;
    private final DepthView shown;

    private SeveralRecordings(List<Path> files, List<RecordedFeed> feeds) {
        Map<InstrumentId, Instrument> all = new LinkedHashMap<>();
        feeds.forEach(feed -> feed.instruments().all().forEach(each -> all.putIfAbsent(each.id(), each)));
        instruments = new InstrumentCatalog(List.copyOf(all.values()));
        shown = new DepthView(instruments.size());
        members = new ArrayList<>();
        for (int i = 0; i < feeds.size(); i++) {
            members.add(new Member(files.get(i), feeds.get(i)));
        }
    }

    /** Refuses with {@link DamagedRecordingException} what is not a whole recording. */
    public static SeveralRecordings open(List<Path> files) throws IOException {
        List<RecordedFeed> feeds = new ArrayList<>();
        try {
            for (Path each : files) {
                feeds.add(RecordedFeed.open(each));
            }
            return new SeveralRecordings(files, feeds);
        } catch (IOException | RuntimeException e) {
            feeds.forEach(RecordedFeed::close);
            throw e;
        }
    }

    /**
     * Refuses recordings that cannot be told together: each moment of an instrument is told by one of them, and it is the same instrument in all.
     *
     * @param wanted instruments; those that nobody asks for may overlap
     * @throws IllegalArgumentException with a sentence for a person
     */
    public void checkFitTogether(Collection<InstrumentId> wanted) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                for (InstrumentId id : wanted) {
                    checkFitTogether(members.get(i), members.get(j), id);
                }
            }
        }
    }

    private static void checkFitTogether(Member one, Member other, InstrumentId id) {
        if (!one.feed.instruments().contains(id) || !other.feed.instruments().contains(id)) {
            return;
        }
        long from =
                Math.max(one.feed.summary().firstNanos(), other.feed.summary().firstNanos());
        long to = Math.min(one.feed.summary().lastNanos(), other.feed.summary().lastNanos());
        if (from <= to) {
            throw new IllegalArgumentException(one.file + " and " + other.file + " both tell " + id + " from "
                    + time(from) + " to " + time(to) + ", and each moment of an instrument is told once");
        }
        if (!one.feed
                .instruments()
                .getInstrument(id)
                .equals(other.feed.instruments().getInstrument(id))) {
            throw new IllegalArgumentException(
                    id + " is traded by other rules or fees in " + one.file + " than in " + other.file);
        }
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    @Override
    public String name() {
        return members.stream().map(each -> each.feed.name()).collect(Collectors.joining(", "));
    }

    @Override
    public InstrumentCatalog instruments() {
        return instruments;
    }

    @Override
    public boolean isReproducible() {
        return true;
    }

    @Override
    public long nextNanos() {
        long next = NOTHING_DUE;
        for (int i = 0; i < members.size(); i++) {
            next = Math.min(next, members.get(i).feed.nextNanos());
        }
        return next;
    }

    @Override
    public void step(MarketSink sink) {
        long now = nextNanos();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.feed.nextNanos() == now) {
                member.to = sink;
                member.nowNanos = now;
                member.feed.step(member);
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        members.forEach(each -> each.feed.save(out));
        shown.save(out);
    }

    @Override
    public void load(StateReader in) {
        members.forEach(each -> each.feed.load(in));
        shown.load(in);
    }

    @Override
    public void close() {
        members.forEach(each -> each.feed.close());
    }

    /** Tells what one recording says under the indices of all. */
    private final class Member implements MarketSink {

        private final Path file;
        private final RecordedFeed feed;
        private final int[] place;
        private MarketSink to = this;
        private long nowNanos;

        Member(Path file, RecordedFeed feed) {
            this.file = file;
            this.feed = feed;
            place = feed.instruments().all().stream()
                    .mapToInt(each -> instruments.indexOf(each.id()))
                    .toArray();
        }

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            to.onTrade(place[instrument], timeNanos, priceTicks, lots, aggressor);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            to.onQuote(place[instrument], timeNanos, bidTicks, bidLots, askTicks, askLots);
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            shown.onLevel(place[instrument], side, priceTicks, lots);
            to.onLevel(place[instrument], timeNanos, side, priceTicks, lots);
        }

        @Override
        public void onHeadline(Headline headline) {
            to.onHeadline(headline);
        }

        /** What becomes of one of several is no news of the others; the end of all is told when the last is over. */
        @Override
        public void onStatus(FeedStatus status, String detail) {
            if (members.size() == 1 || (status == FeedStatus.ENDED && nextNanos() == NOTHING_DUE)) {
                to.onStatus(status, detail);
            } else if (status == FeedStatus.DISCONNECTED || status == FeedStatus.ENDED) {
                takeBooksBack();
            }
        }

        private void takeBooksBack() {
            for (int index : place) {
                for (Side side : Side.values()) {
                    while (shown.levels(index, side) > 0) {
                        long ticks = shown.priceTicks(index, side, shown.levels(index, side) - 1);
                        shown.onLevel(index, side, ticks, 0);
                        to.onLevel(index, nowNanos, side, ticks, 0);
                    }
                }
                to.onQuote(index, nowNanos, 0, 0, 0, 0);
            }
        }
    }
}
