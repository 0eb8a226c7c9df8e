package io.sextant.notify.outbox;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.alert.ChannelTest;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.alert.Delivery.Stage;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.notify.outbox.SentBook.Item;
import io.sextant.notify.send.Couriers;
import io.sextant.notify.send.Message;
import io.sextant.notify.send.NotSent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends what fired, each channel by itself, the most urgent first and of those the oldest. That a message is being sent is in the journal before it leaves, and what came of it
 * after: one that a crash cut off between the two may have arrived, is called so, and is not sent again. So nothing is sent twice, and
 * whatever did not surely arrive can be seen.
 */
public final class Outbox implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());
    private static final long SECOND = 1_000_000_000L;
    private static final long LEAVING_SECONDS = 3;

    /** The first rest after a failure; each next is three times as long. Seven tries are an hour. */
    static final long FIRST_REST_NANOS = 10 * SECOND;

    static final int MOST_TRIES = 7;
    private static final int LONGER = 3;

    /** Older ones would leave the memory of firings unseen. */
    static final long MOST_BEHIND = AlertFiring.REMEMBERED - 56;

    private final EngineClient engine;
    private final Couriers couriers;
    private final VenueKeys keys;
    private final Wording wording;
    private final Clock clock;
    private final String keyPrefix;
    private final AtomicLong told = new AtomicLong();
    private final SentBook book = new SentBook();
    private final Map<String, Long> tested = new HashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService sending = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sextant-outbox-", 0).factory());
    private final Scheduler.Cancellable looking;
    private boolean begun;
    private volatile boolean closed;

    public Outbox(
            EngineClient engine, Couriers couriers, VenueKeys keys, Wording wording, Clock clock, Scheduler scheduler) {
        this.engine = engine;
        this.couriers = couriers;
        this.keys = keys;
        this.wording = wording;
        this.clock = clock;
        keyPrefix = "outbox-" + Long.toString(clock.nanos(), Character.MAX_RADIX) + "-";
        looking = scheduler.every(SECOND, this::look);
    }

    /** Sends whatever is due, aside. Returns soon. */
    void look() {
        if (closed || !busy.add("")) {
            return;
        }
        aside("", () -> {
            AlertBook now = AlertBook.of(await(engine.ask(new Query.Settings())));
            book.refresh(now);
            if (!begun) {
                begun = true;
                tellCutOff();
            }
            book.owed().forEach(this::tell);
            tellForgotten();
            now.tests().keySet().stream()
                    .filter(channel -> now.findChannel(channel).isEmpty())
                    .forEach(channel -> submit(ChannelTest.removal(channel)));
            giveUp(now);
            now.channels()
                    .forEach(channel ->
                            begin(channel, Optional.ofNullable(now.tests().get(channel.name()))));
        });
    }

    private void aside(String place, Runnable work) {
        boolean handedOn = false;
        try {
            sending.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    if (!closed) {
                        LOG.log(System.Logger.Level.WARNING, "the outbox met a fault", failure);
                    }
                } finally {
                    busy.remove(place);
                }
            });
            handedOn = true;
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.DEBUG, "the outbox is closing", closing);
        } finally {
            if (!handedOn) {
                busy.remove(place);
            }
        }
    }

    /** Whatever was being sent when the desk ended. */
    private void tellCutOff() {
        for (Item item : book.open()) {
            if (item.delivery().stage() == Stage.SENDING) {
                write(
                        item,
                        item.delivery().ended(Stage.UNKNOWN, clock.nanos(), "the desk ended while it was being sent"));
            }
        }
    }

    /** What can never be sent is said so at once, and what waits too long before it is forgotten. */
    private void giveUp(AlertBook now) {
        for (Item item : book.open()) {
            Optional<AlertChannel> channel = now.findChannel(item.delivery().channel());
            if (item.delivery().stage() != Stage.WAITING) {
                continue;
            }
            String why = "";
            if (channel.isEmpty()) {
                why = "there is no such channel";
            } else if (couriers.find(channel.get().kind()).isEmpty()) {
                why = Let.NO_WINDOW;
            } else if (item.firing().number() <= now.lastNumber() - MOST_BEHIND) {
                why = "too many alerts wait for this channel";
            }
            if (!why.isEmpty()) {
                write(item, item.delivery().ended(Stage.UNDELIVERED, clock.nanos(), why));
            }
        }
    }

    /** So many fired at once that their places were taken; there is none left where it could be shown but the log. */
    private void tellForgotten() {
        for (Item item : book.forgotten()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "alert " + item.firing().number() + " was not delivered to "
                            + item.delivery().channel() + ": too many fired at once");
        }
    }

    private void begin(AlertChannel channel, Optional<ChannelTest> tried) {
        Optional<ChannelTest> wish = tried.filter(one -> one.result().isEmpty());
        if ((wish.isPresent() || findDue(channel).isPresent()) && busy.add(channel.name())) {
            aside(channel.name(), () -> {
                if (wish.isPresent()) {
                    test(channel, wish.get());
                } else {
                    // Looked up again: what was due before the channel was ours may have been sent since.
                    findDue(channel).ifPresent(item -> send(channel, item));
                }
            });
        }
    }

    /** What is urgent is not counted out: the rest has to wait for the next hour. */
    private Optional<Item> findDue(AlertChannel channel) {
        long now = clock.nanos();
        return book.next(channel.name(), now)
                .filter(item -> item.delivery().nextNanos() <= now
                        && (item.firing().priority() == AlertPriority.URGENT
                                || book.inLastHour(channel.name(), now) < channel.mostPerHour()));
    }

    private void test(AlertChannel channel, ChannelTest wish) {
        synchronized (tested) {
            Long before = tested.put(channel.name(), wish.wantedNanos());
            if (before != null && before == wish.wantedNanos()) {
                return;
            }
        }
        submit(new ChannelTest(
                        channel.name(),
                        wish.wantedNanos(),
                        Optional.of(ChannelTrial.of(channel, couriers, keys, clock)))
                .toSetting());
    }

    private void send(AlertChannel channel, Item item) {
        try (Let let = Let.of(channel, keys)) {
            Delivery trying = item.delivery().sending();
            if (!write(item, trying)) {
                // Nothing leaves that the journal does not know of; the next look tries again.
                book.put(item.firing().number(), item.delivery());
                return;
            }
            attempt(channel, let.key(), item, trying);
        } catch (VaultException trouble) {
            waitForKey(item, trouble);
        }
    }

    private void attempt(AlertChannel channel, Optional<VenueKey> key, Item item, Delivery trying) {
        AlertFiring firing = item.firing();
        Message message = new Message(
                firing.number(),
                firing.priority(),
                firing.alert(),
                firing.alert(),
                wording.say(firing, channel.french()),
                firing.condition(),
                firing.value(),
                firing.marketNanos());
        try {
            couriers.find(channel.kind()).orElseThrow().send(channel, key, message);
            write(item, trying.ended(Stage.DELIVERED, clock.nanos(), ""));
        } catch (NotSent failed) {
            write(item, afterwards(trying, failed));
        } catch (RuntimeException fault) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a courier met a fault: " + fault.getClass().getName());
            write(item, trying.ended(Stage.UNKNOWN, clock.nanos(), "a fault of this program"));
        }
    }

    private Delivery afterwards(Delivery trying, NotSent failed) {
        long now = clock.nanos();
        String said = String.valueOf(failed.getMessage());
        return switch (failed.fate()) {
            case UNKNOWN -> trying.ended(Stage.UNKNOWN, now, said);
            case NEVER -> trying.ended(Stage.UNDELIVERED, now, said);
            case LATER -> {
                if (trying.attempts() >= MOST_TRIES) {
                    yield trying.ended(Stage.UNDELIVERED, now, said);
                }
                long rest = FIRST_REST_NANOS;
                for (int i = 1; i < trying.attempts(); i++) {
                    rest *= LONGER;
                }
                long asked = failed.retrySeconds().orElse(0) * SECOND;
                yield trying.again(now + Math.max(rest, asked), said);
            }
        };
    }

    /** A vault that is locked may be opened; a key that is not there is not waited for. */
    private void waitForKey(Item item, VaultException trouble) {
        String said = String.valueOf(trouble.getMessage());
        if (trouble.trouble() == VaultTrouble.LOCKED) {
            long next = clock.nanos() + FIRST_REST_NANOS;
            if (item.delivery()
                    .detail()
                    .equals(Delivery.waiting("x").again(0, said).detail())) {
                book.put(item.firing().number(), item.delivery().again(next, said));
            } else {
                write(item, item.delivery().again(next, said));
            }
        } else {
            write(item, item.delivery().ended(Stage.UNDELIVERED, clock.nanos(), said));
        }
    }

    /** Returns when the journal has it, or refused it. One at a time: several channels write into the same setting. */
    private synchronized boolean write(Item item, Delivery delivery) {
        book.put(item.firing().number(), delivery);
        return tell(item.firing().number());
    }

    /** What a busy engine refused is owed, and told at a later look. */
    private synchronized boolean tell(long number) {
        boolean kept = book.find(number).map(sent -> submit(sent.toSetting())).orElse(false);
        book.owe(number, !kept);
        return kept;
    }

    private boolean submit(ChangeSetting setting) {
        Answer answer = await(engine.submit(new CommandKey(keyPrefix + told.incrementAndGet()), setting));
        if (answer instanceof Answer.Refused refused) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    () -> "not kept yet: " + refused.refusal().sentence());
            return false;
        }
        return true;
    }

    private static <R> R await(CompletionStage<R> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What is just being sent is waited for a little; what is cut off is called unknown, and the rest is sent, when the desk opens again. */
    @Override
    public void close() {
        closed = true;
        looking.close();
        sending.shutdown();
        try {
            if (!sending.awaitTermination(LEAVING_SECONDS, TimeUnit.SECONDS)) {
                sending.shutdownNow();
                sending.awaitTermination(LEAVING_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
