package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.LiveChoice;
import io.sextant.app.session.OfflineDesk;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.VenueKeyInspector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The desk that a command opens for a moment, as {@code run} names it. One that is open elsewhere is locked. */
final class OpenedDesk {

    private static final int ANSWER_SECONDS = 60;
    private static final int PATIENCE_SECONDS = 90;
    private static final long LOOK_MILLIS = 50;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for the venue in each step (90s).")
    Duration patience = Duration.ofSeconds(PATIENCE_SECONDS);

    @Option(
            names = "--paper",
            paramLabel = "FILE",
            description = "The desk that trades this recording; the replay goes on at the pace of the clock.")
    @Nullable Path recording;

    @Mixin
    FeedOptions feed = new FeedOptions();

    @Mixin
    TradeOptions trade = new TradeOptions();

    /** Works with an open desk; the exit code. */
    interface Work {

        int with(Hand hand);
    }

    int open(@Nullable Path data, @Nullable CommandSpec spec, Work work) {
        Clock clock = new SystemClock();
        Optional<LiveChoice> followed = feed.choice(spec);
        if (recording != null && followed.isPresent() && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "a desk trades a recording or a live venue: --paper or --feed");
        }
        VenueKeyInspector inspector = new VenueKeyInspector(
                clock, followed.flatMap(LiveChoice::addresses).map(VenueAddresses::requests));
        Path folder = data == null ? DataFolder.usual() : data;
        try (LocalKeyDesk vault = LocalKeyDesk.in(folder, inspector, clock)) {
            Optional<LiveChoice> live = trade.choice(followed, vault, spec);
            DeskOptions as = recording == null
                    ? DeskOptions.in(folder)
                    : DeskOptions.in(folder).withRecording(recording);
            DeskOptions options = live.map(as::withLive).orElse(as);
            OfflineDesk.requireBegun(options);
            live.ifPresent(chosen -> trade.unlock(chosen, vault, false));
            try (DeskSession session = DeskSession.openForAMoment(options, what -> {})) {
                return work.with(new Hand(session, clock, patience));
            }
        }
    }

    /** An open desk. */
    static final class Hand {

        private final DeskSession session;
        private final Clock clock;
        private final long patienceNanos;
        private final Map<String, VenueChecked> checked = new ConcurrentHashMap<>();
        private final int venues;
        private volatile boolean started;

        Hand(DeskSession session, Clock clock, Duration patience) {
            this.session = session;
            venues = DeskVenues.of(session.terms()).count();
            this.clock = clock;
            patienceNanos = patience.toNanos();
            session.client().subscribe(new Topic.Events(session.openedAfterPosition()), this::hear);
        }

        /** What recovery makes again is of an earlier opening, and says nothing of now. */
        private void hear(Event event) {
            if (event instanceof EngineStarted) {
                started = true;
            } else if (started && event instanceof VenueChecked told) {
                checked.put(told.venue(), told);
            }
        }

        DeskState desk() {
            return answer(session.client().ask(new Query.Desk()));
        }

        HostingBoard strategies() {
            return answer(session.client().ask(new Query.HostedStrategies()));
        }

        List<Instrument> instruments() {
            return answer(session.client().ask(new Query.Instruments()));
        }

        /**
         * The newest word on the venue's books after {@code position} in the journal, once it is agreement or difference. Of several venues
         * that of the worst, once each has said one and one of them after that.
         */
        Optional<VenueChecked> awaitBooks(long position) {
            return await(() -> {
                List<VenueChecked> told = List.copyOf(checked.values());
                boolean known = told.size() == venues && told.stream().allMatch(one -> isAWord(one.trust()));
                boolean isNew = told.stream().anyMatch(one -> one.position() > position);
                return known && isNew
                        ? told.stream().reduce((a, b) -> b.trust().isWorseThan(a.trust()) ? b : a)
                        : Optional.empty();
            });
        }

        /** The same for all that was said since this desk was opened. */
        Optional<VenueChecked> awaitBooks() {
            return awaitBooks(0);
        }

        private static boolean isAWord(VenueTrust trust) {
            return switch (trust) {
                case AGREED, DIFFERS -> true;
                case CHECKING, UNREACHABLE -> false;
            };
        }

        Optional<DeskState> awaitDesk(Predicate<DeskState> wanted) {
            return await(() -> Optional.of(desk()).filter(wanted));
        }

        private <T> Optional<T> await(Supplier<Optional<T>> look) {
            long end = clock.nanos() + patienceNanos;
            Optional<T> seen = look.get();
            while (seen.isEmpty() && clock.nanos() < end) {
                try {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting for the venue", e);
                }
                seen = look.get();
            }
            return seen;
        }

        /** What was done, with its place in the journal; a refusal by a rule is said as one. */
        Answer.Done submit(String key, Command command) {
            Answer answer = answer(session.client().submit(new CommandKey(key + "-" + clock.nanos()), command));
            return switch (answer) {
                case Answer.Done done -> done;
                case Answer.Refused(Refusal refusal) -> throw new RefusedByRule(refusal.sentence());
            };
        }

        private static <T> T answer(CompletionStage<T> asked) {
            try {
                return asked.toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while asking the engine", e);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("the engine does not answer", e);
            }
        }
    }
}
