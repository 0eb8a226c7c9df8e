package io.sextant.voice.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.voice.draft.Confirmation.Confirmed;
import io.sextant.voice.draft.Confirmation.NotConfirmed;
import io.sextant.voice.draft.Confirmation.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DraftDeskTest {

    private static final InstrumentId COIN = InstrumentId.of("BTC-USDT");
    private static final InstrumentId OTHER = InstrumentId.of("ETH-USDT");
    private static final long SECOND = 1_000_000_000L;

    private final DraftDesk desk = new DraftDesk(new AtomicLong());

    private static Proposal proposal(Price reference) {
        return new Proposal(
                List.of(new CancelAllOrders(CancelScope.EVERYTHING)),
                List.of(),
                Optional.empty(),
                List.of(new PriceBand(COIN, reference, 50)));
    }

    private enum Kind {
        OPEN,
        SHOWN,
        CONFIRM,
        SPOKEN,
        PRICE,
        OTHER_PRICE,
        DISCARD
    }

    /** Something that happens {@code later} after what was before; a yes began {@code ago}; of which draft, counted from the newest. */
    private record Happening(Kind kind, long later, long ago, int back, int price) {}

    /** A draft as the history knows it. */
    private static final class Told {
        final Draft draft;
        boolean ended;
        /** Never, as long as nobody could see it. */
        long shown = Long.MAX_VALUE;

        Told(Draft draft) {
            this.draft = draft;
        }
    }

    /** The rule in one sentence for each clause, over the whole history instead of a state. */
    @Property(tries = 2_000)
    void aDraftIsConfirmedJustWhenEveryClauseHoldsAndOnlyOnce(@ForAll("histories") List<Happening> history) {
        DraftDesk fresh = new DraftDesk(new AtomicLong());
        List<Told> told = new ArrayList<>();
        Set<Long> confirmed = new HashSet<>();
        long now = 100 * SECOND;
        for (Happening each : history) {
            now += each.later();
            long began = now - each.ago();
            Told newest = told.isEmpty() ? null : told.getLast();
            switch (each.kind()) {
                case OPEN -> {
                    if (newest != null) {
                        newest.ended = true;
                    }
                    told.add(new Told(fresh.open(proposal(Price.of(10_000, 0)), now)));
                }
                case SHOWN -> {
                    Told meant = back(told, each.back());
                    if (meant != null) {
                        fresh.shown(meant.draft.id(), now);
                        meant.shown = Math.min(meant.shown, now);
                    }
                }
                case PRICE -> {
                    fresh.onPrice(COIN, Price.of(each.price(), 0));
                    if (newest != null && (each.price() < 9_950 || each.price() > 10_050)) {
                        newest.ended = true;
                    }
                }
                case OTHER_PRICE -> fresh.onPrice(OTHER, Price.of(each.price(), 0));
                case DISCARD -> {
                    if (newest != null) {
                        fresh.discard(newest.draft.id());
                        newest.ended = true;
                    }
                }
                case CONFIRM, SPOKEN -> {
                    Told meant = each.kind() == Kind.SPOKEN ? newest : back(told, each.back());
                    long id = meant == null ? 1 : meant.draft.id();
                    Confirmation answer = each.kind() == Kind.SPOKEN
                            ? fresh.confirmSpoken(began, now)
                            : fresh.confirm(id, began, now);
                    boolean due = meant != null
                            && !meant.ended
                            && now < meant.draft.openedNanos() + 15 * SECOND
                            && began > meant.shown;
                    assertThat(answer instanceof Confirmed).isEqualTo(due);
                    if (answer instanceof Confirmed(Draft draft)) {
                        assertThat(draft).isEqualTo(meant == null ? null : meant.draft);
                        assertThat(confirmed.add(draft.id())).isTrue();
                        meant.ended = true;
                    }
                }
            }
        }
    }

    private static Told back(List<Told> told, int back) {
        return told.isEmpty() ? null : told.get(Math.max(0, told.size() - 1 - back));
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        Arbitrary<Happening> one = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(0L, 1L, SECOND / 2, SECOND, 5 * SECOND, 14 * SECOND, 15 * SECOND),
                        Arbitraries.of(-1L, 0L, 1L, SECOND, 3 * SECOND),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(9_949, 9_950, 10_000, 10_050, 10_051))
                .as(Happening::new);
        return one.list().ofMinSize(1).ofMaxSize(30);
    }

    @Test
    void aYesThatBeganBeforeTheDraftIsToldAndLeavesTheDraftOpen() {
        Draft draft = desk.open(proposal(Price.of(100, 0)), 9 * SECOND);
        assertThat(desk.confirmSpoken(10 * SECOND, 11 * SECOND)).isEqualTo(new NotConfirmed(Reason.UNSEEN));
        desk.shown(draft.id(), 10 * SECOND);

        assertThat(desk.confirmSpoken(10 * SECOND, 11 * SECOND)).isEqualTo(new NotConfirmed(Reason.SAID_BEFORE));
        assertThat(desk.findOpen(11 * SECOND)).contains(draft);
        assertThat(desk.confirmSpoken(10 * SECOND + 1, 11 * SECOND)).isEqualTo(new Confirmed(draft));
        assertThat(desk.confirmSpoken(12 * SECOND, 13 * SECOND)).isEqualTo(new NotConfirmed(Reason.NOTHING_OPEN));
    }

    @Test
    void eachWayOfEndingIsToldByItsName() {
        Draft first = desk.open(proposal(Price.of(100, 0)), SECOND);
        Draft second = desk.open(proposal(Price.of(100, 0)), 2 * SECOND);
        assertThat(desk.confirm(first.id(), 3 * SECOND, 3 * SECOND)).isEqualTo(new NotConfirmed(Reason.OTHER_DRAFT));
        assertThat(desk.confirm(second.id(), 16 * SECOND, 17 * SECOND)).isEqualTo(new NotConfirmed(Reason.LAPSED));

        Draft third = desk.open(proposal(Price.of(100, 0)), 20 * SECOND);
        desk.onPrice(COIN, Price.parse("100.51"));
        desk.onPrice(COIN, Price.parse("100"));
        assertThat(desk.confirmSpoken(21 * SECOND, 22 * SECOND)).isEqualTo(new NotConfirmed(Reason.PRICE_MOVED));
        assertThat(desk.discard(third.id())).isFalse();
    }
}
