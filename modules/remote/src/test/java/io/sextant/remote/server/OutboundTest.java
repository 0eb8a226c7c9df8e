package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.request.WatchlistState;
import io.sextant.remote.protocol.Told;
import io.sextant.remote.wire.Changes;
import io.sextant.remote.wire.WireReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutboundTest {

    private long now = 1_000_000_000_000L;
    private final FactTexts facts = new FactTexts();
    private final Outbound outbound = new Outbound(this::later, facts);
    private final Outbound another = new Outbound(this::later, facts);

    /** Each look at the clock is long after the one before, so that nothing has to gather. */
    private long later() {
        now += 1_000_000_000L;
        return now;
    }

    @Test
    void oneMessageIsAllWordsThatWaitInTheirOrderJustAsEachIsWrittenAlone() throws Exception {
        List<Told> words = new ArrayList<>();
        for (int position = 1; position <= 100; position++) {
            Told.Happened fact = new Told.Happened(7, new SettingChanged(position, 5, "key", "a \"line\"\nand one"));
            words.add(fact);
            outbound.putFact(fact);
        }
        Told.Pong pong = new Told.Pong(3);
        words.add(pong);
        outbound.put(pong);

        String message = outbound.take().orElseThrow();

        assertThat(message.lines())
                .containsExactlyElementsOf(words.stream().map(Told::text).toList());
    }

    @Test
    void nobodyIsToldAnothersFactOfTheSamePosition() throws Exception {
        Told.Happened mine = new Told.Happened(1, new SettingChanged(9, 5, "a", "1"));
        Told.Happened other = new Told.Happened(2, new SettingChanged(9, 5, "b", "2"));
        outbound.putFact(mine);
        another.putFact(other);

        assertThat(outbound.take()).contains(mine.text());
        assertThat(another.take()).contains(other.text());
    }

    @Test
    void aStateIsNotKeptWaitingByFactsHoweverManyThereAre() throws Exception {
        outbound.begin(2);
        for (int position = 1; position <= Outbound.MOST_WAITING; position++) {
            outbound.putFact(new Told.Happened(1, new SettingChanged(position, 5, "key", "x".repeat(100))));
        }
        outbound.putState(2, new Frame(1, seen(1), WatchlistState.class));

        assertThat(Told.read(outbound.take().orElseThrow().lines().findFirst().orElseThrow()))
                .isInstanceOf(Told.Whole.class);
    }

    /** One keeps pace and shares what changed; the other skips and is told what changed for him. */
    @Test
    void whoSkipsPicturesEndsWithTheSameStateAsWhoSeesEach() throws Exception {
        ScriptedEngine engine = new ScriptedEngine();
        SharedStates states = new SharedStates(engine);
        outbound.begin(1);
        another.begin(8);
        states.listen(new Topic.Watchlist(), frame -> outbound.putState(1, frame));
        states.listen(new Topic.Watchlist(), frame -> another.putState(8, frame));
        assertThat(engine.listening()).isEqualTo(1);
        Shown first = new Shown();
        Shown second = new Shown();

        for (int nanos = 1; nanos <= 9; nanos++) {
            engine.show(seen(nanos));
            first.hear(outbound.take());
            if (nanos % 4 == 1) {
                second.hear(another.take());
            }
            assertThat(first.state()).isEqualTo(seen(nanos));
        }

        assertThat(second.state()).isEqualTo(seen(9));
        assertThat(first.sequence).isEqualTo(9);
        assertThat(second.sequence).isEqualTo(3);
    }

    @Test
    void whoComesLaterIsToldTheNewestAndTheLastWhoGoesEndsIt() throws Exception {
        ScriptedEngine engine = new ScriptedEngine();
        SharedStates states = new SharedStates(engine);
        Subscription one = states.listen(new Topic.Watchlist(), frame -> {});
        engine.show(seen(5));
        outbound.begin(1);
        Subscription two = states.listen(new Topic.Watchlist(), frame -> outbound.putState(1, frame));
        Shown shown = new Shown();
        shown.hear(outbound.take());
        assertThat(shown.state()).isEqualTo(seen(5));

        one.close();
        assertThat(engine.listening()).isEqualTo(1);
        assertThat(two.isOpen()).isTrue();
        two.close();
        assertThat(engine.listening()).isZero();
    }

    private static WatchlistState seen(int nanos) {
        return new WatchlistState(
                nanos,
                List.of(new WatchlistState.Row(
                        InstrumentId.of("BTC-USDT"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new double[] {nanos % 3})));
    }

    /** What a client makes of it. */
    private static final class Shown {

        private JsonNode whole;
        private long sequence;

        void hear(Optional<String> message) {
            message.orElseThrow().lines().map(Told::read).forEach(told -> {
                sequence++;
                switch (told) {
                    case Told.Whole(long _, long number, var value) -> {
                        assertThat(number).isEqualTo(sequence);
                        whole = value.node();
                    }
                    case Told.Changed(long _, long number, var patch) -> {
                        assertThat(number).isEqualTo(sequence);
                        whole = Changes.apply(whole, patch.node());
                    }
                    default -> throw new AssertionError(told);
                }
            });
        }

        Object state() {
            return WireReader.read(whole, WatchlistState.class);
        }
    }
}
