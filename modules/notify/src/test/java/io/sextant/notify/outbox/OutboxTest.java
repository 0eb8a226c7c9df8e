package io.sextant.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.alert.ChannelTest;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.alert.Delivery.Stage;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.notify.send.Couriers;
import io.sextant.notify.send.Message;
import io.sextant.notify.send.NotSent;
import io.sextant.notify.send.NotSent.Fate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final long SECOND = 1_000_000_000L;

    private final SettingsClient desk = new SettingsClient();
    private final AtomicLong now = new AtomicLong(1_000_000 * SECOND);
    private final List<Long> sent = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Fate> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean hangs;
    private volatile boolean locked;
    private Outbox outbox = open();

    private Outbox open() {
        Couriers couriers = Couriers.of(now::get, "Linux").with(Kind.WEBHOOK, (channel, key, message) -> take(message));
        VenueKeys keys = new VenueKeys() {
            @Override
            public List<KeyEntry> list() {
                return List.of();
            }

            @Override
            public Optional<VenueKey> find(VenueAccount account) {
                throw new VaultException(locked ? VaultTrouble.LOCKED : VaultTrouble.NO_SUCH_KEY);
            }
        };
        return new Outbox(desk, couriers, keys, (firing, french) -> firing.value(), now::get, new NoScheduler());
    }

    private void take(Message message) throws NotSent {
        if (hangs) {
            sent.add(message.number());
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotSent(Fate.UNKNOWN, "cut off");
            }
        }
        Fate fate = failures.poll();
        if (fate != null) {
            throw new NotSent(fate, "not today");
        }
        sent.add(message.number());
    }

    @AfterEach
    void close() {
        released.countDown();
        outbox.close();
    }

    private void channel(String name, int perHour, Optional<VenueAccount> secret) {
        desk.keep(new AlertChannel(name, Kind.WEBHOOK, Map.of("url", "https://example.org"), secret, perHour, false)
                .toSetting());
    }

    private void fire(long number, long notBefore, String... channels) {
        fire(number, AlertPriority.WARNING, notBefore, channels);
    }

    private void fire(long number, AlertPriority priority, long notBefore, String... channels) {
        desk.keep(new AlertFiring(number, "a", priority, "price", "v", 1, now.get(), 0, notBefore, List.of(channels))
                .toSetting());
    }

    private Optional<Delivery> delivery(long number, String channel) {
        return AlertBook.of(desk.settings).told().stream()
                .filter(told -> told.firing().number() == number)
                .findFirst()
                .flatMap(told -> told.deliveries().find(channel));
    }

    private Stage stage(long number) {
        return delivery(number, "hook").map(Delivery::stage).orElse(Stage.WAITING);
    }

    private void until(BooleanSupplier holds) {
        long looks = 0;
        while (!holds.getAsBoolean()) {
            outbox.look();
            LockSupport.parkNanos(200_000);
            assertThat(looks++).as("gave up waiting").isLessThan(200_000L);
        }
    }

    @Test
    void sendsEachOnceInOrderAndHoldsBackWhatQuietHoursHold() {
        channel("hook", 100, Optional.empty());
        fire(1, now.get(), "hook");
        fire(2, now.get() + 60 * SECOND, "hook");
        fire(3, now.get(), "hook");
        until(() -> stage(3) == Stage.DELIVERED);
        assertThat(sent).containsExactly(1L, 3L);
        assertThat(stage(2)).isEqualTo(Stage.WAITING);
        now.addAndGet(60 * SECOND);
        until(() -> stage(2) == Stage.DELIVERED);
        assertThat(sent).containsExactly(1L, 3L, 2L);
    }

    @Test
    void aFailureIsTriedAgainLaterAndNothingOvertakesIt() {
        channel("hook", 100, Optional.empty());
        failures.add(Fate.LATER);
        failures.add(Fate.LATER);
        fire(1, now.get(), "hook");
        fire(2, now.get(), "hook");
        until(() -> delivery(1, "hook")
                .filter(one -> one.attempts() == 1 && one.stage() == Stage.WAITING)
                .isPresent());
        assertThat(delivery(1, "hook").orElseThrow().nextNanos()).isEqualTo(now.get() + 10 * SECOND);
        assertThat(sent).isEmpty();
        now.addAndGet(10 * SECOND);
        until(() -> delivery(1, "hook")
                .filter(one -> one.attempts() == 2 && one.stage() == Stage.WAITING)
                .isPresent());
        assertThat(delivery(1, "hook").orElseThrow().nextNanos()).isEqualTo(now.get() + 30 * SECOND);
        now.addAndGet(30 * SECOND);
        until(() -> stage(2) == Stage.DELIVERED);
        assertThat(sent).containsExactly(1L, 2L);
    }

    @Test
    void afterSevenTriesItIsShownAsUndeliveredAndTheNextGoesOut() {
        channel("hook", 100, Optional.empty());
        for (int i = 0; i < Outbox.MOST_TRIES; i++) {
            failures.add(Fate.LATER);
        }
        fire(1, now.get(), "hook");
        fire(2, now.get(), "hook");
        until(() -> {
            now.addAndGet(3_600 * SECOND);
            return stage(2) == Stage.DELIVERED;
        });
        assertThat(delivery(1, "hook")).hasValueSatisfying(one -> {
            assertThat(one.stage()).isEqualTo(Stage.UNDELIVERED);
            assertThat(one.attempts()).isEqualTo(Outbox.MOST_TRIES);
            assertThat(one.detail()).isEqualTo("not today");
        });
        assertThat(sent).containsExactly(2L);
    }

    @Test
    void whatACrashCutOffBetweenSendingAndTheAnswerIsUnknownAndNeverSentAgain() {
        channel("hook", 100, Optional.empty());
        hangs = true;
        fire(1, now.get(), "hook");
        fire(2, now.get(), "hook");
        until(() -> sent.size() == 1);
        // What is in the journal at this moment is all that a crash leaves.
        SettingsClient after = new SettingsClient();
        after.settings.putAll(desk.settings);
        assertThat(stage(1)).isEqualTo(Stage.SENDING);
        hangs = false;
        released.countDown();
        outbox.close();
        sent.clear();
        desk.settings.clear();
        desk.settings.putAll(after.settings);

        outbox = open();
        until(() -> stage(2) == Stage.DELIVERED);
        assertThat(stage(1)).isEqualTo(Stage.UNKNOWN);
        assertThat(sent).containsExactly(2L);
    }

    @Test
    void aLostAnswerIsUnknownAndARefusalIsUndelivered() {
        channel("hook", 100, Optional.empty());
        failures.add(Fate.UNKNOWN);
        failures.add(Fate.NEVER);
        fire(1, now.get(), "hook");
        fire(2, now.get(), "hook", "nowhere");
        until(() -> stage(2).isOver()
                && delivery(2, "nowhere").orElseThrow().stage().isOver());
        assertThat(stage(1)).isEqualTo(Stage.UNKNOWN);
        assertThat(stage(2)).isEqualTo(Stage.UNDELIVERED);
        assertThat(delivery(2, "nowhere").orElseThrow().detail()).isEqualTo("there is no such channel");
        assertThat(sent).isEmpty();
    }

    @Test
    void noMoreThanSoManyAnHourLeave() {
        channel("hook", 2, Optional.empty());
        for (int i = 1; i <= 3; i++) {
            fire(i, now.get(), "hook");
        }
        until(() -> stage(2) == Stage.DELIVERED);
        // Each look comes to this channel after the other; closing waits for what they began.
        channel("last", 100, Optional.empty());
        fire(4, now.get(), "last");
        until(() -> delivery(4, "last").orElseThrow().stage() == Stage.DELIVERED);
        outbox.close();
        assertThat(stage(3)).isEqualTo(Stage.WAITING);
        assertThat(sent).containsExactly(1L, 2L, 4L);
        outbox = open();
        now.addAndGet(3_601 * SECOND);
        until(() -> stage(3) == Stage.DELIVERED);
        assertThat(sent).containsExactly(1L, 2L, 4L, 3L);
    }

    @Test
    void whatIsUrgentOvertakesAndIsNotCountedOut() {
        channel("hook", 1, Optional.empty());
        fire(1, AlertPriority.INFO, now.get(), "hook");
        fire(2, AlertPriority.URGENT, now.get(), "hook");
        fire(3, AlertPriority.ERROR, now.get(), "hook");
        fire(4, AlertPriority.URGENT, now.get(), "hook");
        until(() -> stage(4) == Stage.DELIVERED);
        outbox.close();
        assertThat(sent).containsExactly(2L, 4L);
        outbox = open();
        until(() -> {
            now.addAndGet(3_601 * SECOND);
            return stage(1) == Stage.DELIVERED;
        });
        assertThat(sent).containsExactly(2L, 4L, 3L, 1L);
    }

    @Test
    void nothingLeavesWhileTheEngineDoesNotKeepThatItDoes() {
        channel("hook", 100, Optional.empty());
        desk.refused = Stage.SENDING.name();
        fire(1, now.get(), "hook");
        until(() -> desk.refusals.get() > 2);
        assertThat(sent).isEmpty();
        assertThat(stage(1)).isEqualTo(Stage.WAITING);
        desk.refused = "";
        until(() -> stage(1) == Stage.DELIVERED);
        assertThat(delivery(1, "hook").orElseThrow().attempts()).isEqualTo(1);
        assertThat(sent).containsExactly(1L);
    }

    @Test
    void whatBecameOfItIsToldAgainWhereABusyEngineRefusedToKeepIt() {
        channel("hook", 100, Optional.empty());
        desk.refused = Stage.DELIVERED.name();
        fire(1, now.get(), "hook");
        until(() -> desk.refusals.get() > 2);
        assertThat(stage(1)).isEqualTo(Stage.SENDING);
        desk.refused = "";
        until(() -> stage(1) == Stage.DELIVERED);
        assertThat(sent).containsExactly(1L);
    }

    @Test
    void aLockedVaultIsWaitedForAndAMissingKeyIsNot() {
        channel("hook", 100, Optional.of(VenueAccount.parse("webhook/main")));
        locked = true;
        fire(1, now.get(), "hook");
        until(() -> delivery(1, "hook")
                .filter(one -> one.detail().contains("locked"))
                .isPresent());
        assertThat(stage(1)).isEqualTo(Stage.WAITING);
        assertThat(delivery(1, "hook").orElseThrow().attempts()).isZero();
        locked = false;
        now.addAndGet(10 * SECOND);
        until(() -> stage(1) == Stage.UNDELIVERED);
        assertThat(delivery(1, "hook").orElseThrow().detail()).contains("no key for that account");
    }

    @Test
    void aTestIsSentOnceAndSaysWhatCameOfIt() {
        channel("hook", 100, Optional.empty());
        desk.keep(ChannelTest.wish("hook", 5));
        until(() -> AlertBook.of(desk.settings).tests().containsKey("hook")
                && AlertBook.of(desk.settings).tests().get("hook").result().isPresent());
        assertThat(AlertBook.of(desk.settings)
                        .tests()
                        .get("hook")
                        .result()
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.DELIVERED);
        for (int i = 0; i < 100; i++) {
            outbox.look();
        }
        outbox.close();
        assertThat(sent).containsExactly(0L);
    }

    @Test
    void theTestOfARemovedChannelIsForgotten() {
        channel("hook", 100, Optional.empty());
        desk.keep(ChannelTest.wish("hook", 5));
        until(() -> AlertBook.of(desk.settings).tests().get("hook").result().isPresent());
        desk.keep(AlertChannel.removal("hook"));
        until(() -> desk.settings.get("alert.test.hook").isEmpty());
        assertThat(AlertBook.of(desk.settings).tests()).isEmpty();
    }

    private static final class NoScheduler implements Scheduler {
        @Override
        public Cancellable every(long periodNanos, Runnable task) {
            return () -> {};
        }

        @Override
        public Cancellable after(long delayNanos, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    /** A desk that knows settings. */
    private static final class SettingsClient implements EngineClient {

        final Map<String, String> settings = new ConcurrentHashMap<>();
        final AtomicLong refusals = new AtomicLong();
        volatile String refused = "";

        void keep(ChangeSetting change) {
            settings.put(change.key(), change.value());
        }

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            if (command instanceof ChangeSetting change) {
                if (!refused.isEmpty() && change.value().contains("\t" + refused + "\t")) {
                    refusals.incrementAndGet();
                    return CompletableFuture.completedFuture(new Answer.Refused(Refusal.of(RefusalCode.ENGINE_BUSY)));
                }
                keep(change);
            }
            return CompletableFuture.completedFuture(new Answer.Done(1, Optional.empty()));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletionStage<R> ask(Query<R> query) {
            return CompletableFuture.completedFuture((R) Map.copyOf(settings));
        }

        @Override
        public <R> RunningJob<R> start(Job<R> job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
