package io.sextant.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.engine.testing.MemoryJournal;
import io.sextant.engine.testing.MemorySnapshots;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private final MemoryJournal journal = new MemoryJournal();
    private final MemorySnapshots snapshots = new MemorySnapshots();
    private final Publisher publisher = new Publisher(journal, snapshots);

    @AfterEach
    void close() {
        journal.release();
        publisher.close();
    }

    @Test
    void answersOnlyAfterTheJournalIsDurable() throws Exception {
        publisher.start();
        journal.holdBack();
        CompletableFuture<Answer> future = new CompletableFuture<>();
        long position = write(1);

        publisher.add(new Release.Reply(position, future, new Answer.Done(position, Optional.empty())));

        assertThat(future.completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).get())
                .isNull();
    }

    @Test
    void letsOutWhatBecameDurable() throws Exception {
        publisher.start();
        journal.holdBack();
        CompletableFuture<Answer> future = new CompletableFuture<>();
        long position = write(1);
        publisher.add(new Release.Reply(position, future, new Answer.Done(position, Optional.empty())));

        journal.release();

        assertThat(future.get(120, TimeUnit.SECONDS)).isEqualTo(new Answer.Done(position, Optional.empty()));
    }

    @Test
    void anAnswerFailsWhenTheJournalDoes() {
        publisher.start();
        journal.holdBack();
        CompletableFuture<Answer> future = new CompletableFuture<>();
        long position = write(1);
        publisher.add(new Release.Reply(position, future, new Answer.Done(position, Optional.empty())));

        journal.fail("The disk is full.");

        assertThatThrownBy(() -> future.get(120, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("The disk is full.");
    }

    @Test
    void aListenerHearsThePastAndThePresentWithoutGapOrDouble() {
        for (int i = 0; i < 500; i++) {
            publish(i);
        }
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        publisher.start();

        publisher.subscribe(100, event -> heard.add(event.position()));
        for (int i = 500; i < 2_000; i++) {
            publish(i);
        }

        await(() -> heard.size() >= 1_900);
        assertThat(heard).isEqualTo(LongStream.rangeClosed(101, 2_000).boxed().toList());
    }

    @Test
    void aListenerFromNowHearsNothingOfThePast() {
        publisher.start();
        publish(0);
        List<Event> heard = Collections.synchronizedList(new ArrayList<>());
        List<Event> released = Collections.synchronizedList(new ArrayList<>());
        publisher.subscribe(0, released::add);
        await(() -> released.size() == 1);

        publisher.subscribe(Topic.Events.FROM_NOW, heard::add);
        publish(1);

        await(() -> !heard.isEmpty());
        assertThat(heard).extracting(Event::position).containsExactly(2L);
    }

    @Test
    void aSlowListenerIsEndedAndOthersGoOn() throws Exception {
        publisher.start();
        CountDownLatch hold = new CountDownLatch(1);
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        Subscription slow = publisher.subscribe(Topic.Events.FROM_NOW, event -> waitFor(hold));
        Subscription quick = publisher.subscribe(Topic.Events.FROM_NOW, event -> heard.add(event.position()));

        int count = EventSubscription.CAPACITY + 10;
        for (int i = 0; i < count; i++) {
            publish(i);
            if (i % 10_000 == 0) {
                int published = i;
                await(() -> heard.size() > published - EventSubscription.CAPACITY / 2);
            }
        }

        await(() -> heard.size() == count);
        assertThat(slow.isOpen()).isFalse();
        assertThat(quick.isOpen()).isTrue();
        hold.countDown();
    }

    @Test
    void aListenerThatThrowsHearsTheNextFact() {
        publisher.start();
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        publisher.subscribe(Topic.Events.FROM_NOW, event -> {
            heard.add(event.position());
            throw new IllegalStateException("a listener's own trouble");
        });

        publish(0);
        publish(1);

        await(() -> heard.size() == 2);
        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void aListenerWhoseJournalCannotBeReadIsEnded() {
        publisher.start();
        List<Event> heard = Collections.synchronizedList(new ArrayList<>());
        publisher.subscribe(Topic.Events.FROM_NOW, heard::add);
        publish(0);
        await(() -> !heard.isEmpty());
        journal.breakReads("The segment is gone.");

        Subscription subscription = publisher.subscribe(0, event -> {});

        await(() -> !subscription.isOpen());
    }

    @Test
    void endingAListenerDoesNotInterruptWhatItIsDoing() throws Exception {
        publisher.start();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Subscription subscription = publisher.subscribe(Topic.Events.FROM_NOW, event -> {
            begun.countDown();
            waitFor(hold);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        publish(0);
        begun.await();

        subscription.close();
        hold.countDown();

        assertThat(interrupted.get(120, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void aSnapshotIsWrittenOnlyOnceTheBarsBeforeItAreKept() {
        publisher.start();
        CompletableFuture<Boolean> barsKept = new CompletableFuture<>();
        long position = write(1);
        publisher.add(new Release.State(position, new Snapshot(position, 1, new byte[1]), barsKept));
        CompletableFuture<Answer> after = new CompletableFuture<>();
        publisher.add(new Release.Reply(position, after, new Answer.Done(position, Optional.empty())));
        await(after::isDone);
        assertThat(newest()).isEmpty();

        barsKept.complete(true);

        await(() -> newest().isPresent());
    }

    @Test
    void aSnapshotWhoseBarsWereLostIsNeverWritten() {
        publisher.start();
        long lost = write(1);
        publisher.add(
                new Release.State(lost, new Snapshot(lost, 1, new byte[1]), CompletableFuture.completedFuture(false)));
        publisher.close();

        assertThat(newest()).isEmpty();
    }

    private Optional<Snapshot> newest() {
        return snapshots.findNewest(Long.MAX_VALUE, any -> true);
    }

    private void publish(long number) {
        Event fact = fact(number, journal.lastPosition() + 1);
        StateBytes bytes = new StateBytes();
        EventCodec.write(bytes, fact);
        long position = journal.append(RecordKind.FACT, number, bytes.array(), bytes.size());
        publisher.add(new Release.Fact(position, fact));
    }

    private long write(long number) {
        StateBytes bytes = new StateBytes();
        EventCodec.write(bytes, fact(number, journal.lastPosition() + 1));
        return journal.append(RecordKind.FACT, number, bytes.array(), bytes.size());
    }

    private static Event fact(long number, long position) {
        return new SettingChanged(position, number, "key", "value " + number);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
