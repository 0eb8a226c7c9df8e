package io.sextant.execution.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.time.SeededRandom;
import io.sextant.execution.gate.TestGate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Random markets and random requests: the venue says word for word what its plain twin says. */
class PaperStreamsTest {

    private static final List<BookEntry> ENTRIES = List.of(BookEntry.values());
    private static final int SEEDS = Integer.getInteger("sextant.seeds", 100);
    private static final int STEPS = 400;

    private final TestGate gate = new TestGate(Shares.CATALOG);

    @Test
    void saysWhatItsPlainTwinSays() {
        long fills = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            fills += run(seed);
        }
        assertThat(fills).as("the streams do fill orders").isGreaterThan(20L * SEEDS);
    }

    private long run(int seed) {
        RandomGenerator random = new SeededRandom(seed);
        VenueStory story = new VenueStory();
        VenueStory plainStory = new VenueStory();
        PlainPaper plain = new PlainPaper(plainStory);
        PaperVenue venue = connected(story);
        long lastId = 0;
        long fills = 0;
        for (int now = 0; now < STEPS; now++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long ticks = 100 + random.nextLong(8) - (side == Side.BUY ? 5 : 2);
            long lots = 1 + random.nextLong(30);
            switch (random.nextInt(12)) {
                case 0, 1 -> {
                    BookEntry entry = ENTRIES.get(random.nextInt(ENTRIES.size()));
                    lastId++;
                    venue.submit(gate.order(lastId, 0, side, lots, ticks, entry), now);
                    venue.step();
                    plain.arrive(now, lastId, side, lots, ticks, entry);
                }
                case 2 -> {
                    long id = 1 + random.nextLong(lastId + 1);
                    venue.cancel(id, now);
                    venue.step();
                    plain.cancel(now, id);
                }
                case 3 -> {
                    long id = someResting(plain, random, lastId);
                    venue.amend(gate.amend(id, 0, side, lots, ticks), now);
                    venue.step();
                    plain.amend(now, id, lots, ticks);
                }
                case 4, 5, 6 -> {
                    venue.onTrade(0, now, ticks, lots, side.opposite());
                    plain.trade(now, ticks, lots, side.opposite());
                }
                case 7 -> {
                    long best = random.nextInt(10) == 0 ? 0 : lots;
                    venue.onQuote(0, now, 98, 20, 102, best);
                    plain.best(now, Side.BUY, 98, 20);
                    plain.best(now, Side.SELL, 102, best);
                }
                default -> {
                    long shown = random.nextInt(4) == 0 ? 0 : lots;
                    venue.onLevel(0, now, side, ticks, shown);
                    plain.level(now, side, ticks, shown);
                }
            }
            List<String> said = story.take();
            if (!said.equals(plainStory.take())) {
                fail("seed " + seed + " at " + now + " said " + said);
            }
            fills += said.stream().filter(line -> line.contains("fill")).count();
            if (random.nextInt(100) == 0) {
                venue = reloaded(venue, story);
            }
        }
        return fills;
    }

    private static long someResting(PlainPaper plain, RandomGenerator random, long lastId) {
        List<Long> resting = plain.restingIds();
        return resting.isEmpty() ? lastId + 1 : resting.get(random.nextInt(resting.size()));
    }

    private static PaperVenue connected(VenueStory story) {
        PaperVenue venue = new PaperVenue(2, 0);
        venue.connect(story);
        return venue;
    }

    private static PaperVenue reloaded(PaperVenue venue, VenueStory story) {
        StateBytes bytes = new StateBytes();
        venue.save(bytes);
        PaperVenue fresh = connected(story);
        fresh.load(StateBytes.reader(bytes.toByteArray()));
        return fresh;
    }
}
