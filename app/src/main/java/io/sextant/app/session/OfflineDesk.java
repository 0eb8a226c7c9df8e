package io.sextant.app.session;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.chronicle.Chronicler;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.VenueNet;
import io.sextant.engine.DeskPicture;
import io.sextant.engine.LabKeeping;
import io.sextant.engine.LocalEngine;
import io.sextant.engine.recovery.Recovery;
import io.sextant.engine.recovery.ReplayDivergedException;
import io.sextant.exchange.LiveVenue;
import io.sextant.store.SextantStore;
import io.sextant.store.journal.JournalProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a desk that is not running: recovers it from its journal and looks, without letting the market move. */
public final class OfflineDesk {

    private OfflineDesk() {}

    /** What opening the desk's store finds, a sentence each; empty when all is whole. */
    public static List<String> examine(DeskOptions options) {
        try (SextantStore store = StoreOpening.openToLook(SessionFolder.of(options))) {
            return store.findings();
        }
    }

    /** What the desk does by the clock. */
    public static ScheduleBook schedules(DeskFolder desk) {
        Path folder = desk.path();
        if (!Files.isDirectory(folder)) {
            return ScheduleBook.of(Map.of());
        }
        try (SextantStore store = StoreOpening.openToLook(folder)) {
            return ScheduleBook.of(store.settings());
        }
    }

    /** What somebody wants to be told of. */
    public static AlertBook alerts(DeskFolder desk) {
        Path folder = desk.path();
        if (!Files.isDirectory(folder)) {
            return AlertBook.of(Map.of());
        }
        try (SextantStore store = StoreOpening.openToLook(folder)) {
            return AlertBook.of(store.settings());
        }
    }

    /** Where news and macro series come from. */
    public static SourceBook sources(DeskFolder desk) {
        Path folder = desk.path();
        if (!Files.isDirectory(folder)) {
            return SourceBook.of(Map.of());
        }
        try (SextantStore store = StoreOpening.openToLook(folder)) {
            return SourceBook.of(store.settings());
        }
    }

    /**
     * What it takes to open a desk again that is known by its name. One of an account takes its key out of {@code vault}; one that trades
     * a recording needs the recording.
     */
    public static DeskOptions toOpen(Path dataFolder, DeskFolder desk, VenueKeys vault) {
        DeskOptions simulated = DeskOptions.in(dataFolder);
        if (desk.isSimulated()) {
            return simulated;
        }
        try (SextantStore store = StoreOpening.openToLook(desk.path())) {
            return Recovery.findTerms(store.journal())
                    .flatMap(terms -> choice(terms, desk, vault))
                    .map(simulated::withLive)
                    .filter(options -> SessionFolder.of(options).equals(desk.path()))
                    .orElseThrow(() -> new SessionProblem(
                            desk.name() + " trades a recording, and only its window can change it: sextant run --paper"
                                    + " FILE, then the panel."));
        }
    }

    private static Optional<LiveChoice> choice(SessionTerms terms, DeskFolder desk, VenueKeys vault) {
        DeskVenues venues = DeskVenues.of(terms);
        VenueNet net = terms.mode() == TradingMode.LIVE ? VenueNet.LIVE : VenueNet.TESTNET;
        Optional<String> account = LiveChoice.accountOf(desk.name(), net);
        List<LiveChoice> each = new ArrayList<>();
        for (int i = 0; i < venues.count(); i++) {
            Optional<LiveVenue> found = LiveVenue.find(venues.names().get(i));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            LiveVenue venue = found.get();
            List<InstrumentId> symbols = venues.instrumentsOf(i).stream()
                    .map(index -> terms.instruments().get(index).id())
                    .map(id -> venues.areSeveral() ? id.apartFrom(venue.label()) : id)
                    .toList();
            Optional<TradingChoice> trading =
                    account.map(name -> TradingChoice.of(new VenueAccount(venue.label(), name), net, vault));
            each.add(new LiveChoice(venue, symbols, Optional.empty(), trading));
        }
        return Optional.of(LiveChoice.over(each));
    }

    /** What the journal proves of itself; the desk may be running. */
    public static JournalProof prove(DeskFolder desk, List<JournalProof.Expected> writtenDown) {
        Path folder = requireThere(desk.path());
        try {
            return JournalProof.of(folder.resolve(SextantStore.JOURNAL), writtenDown);
        } catch (IOException e) {
            throw new SessionProblem("The journal in " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** The life of an order; empty when none of that number passed the gate. */
    public static Optional<OrderChronicle> chronicle(DeskFolder desk, OrderId order) {
        try (SextantStore store = StoreOpening.openToLook(requireThere(desk.path()))) {
            return Recovery.findTerms(store.journal())
                    .flatMap(terms -> new Chronicler(terms, store.history()).find(order));
        }
    }

    /** Says so where the desk that {@code options} mean was never begun, so that opening it would begin a new one. */
    public static void requireBegun(DeskOptions options) {
        requireThere(SessionFolder.of(options));
    }

    private static Path requireThere(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new SessionProblem("There is no desk in " + folder + " yet. Open one with sextant run.");
        }
        return folder;
    }

    public static DeskPicture read(DeskOptions options) {
        Path folder = requireThere(SessionFolder.of(options));
        Clock clock = new SystemClock();
        try (SextantStore store = StoreOpening.openToLook(folder)) {
            Optional<SessionTerms> terms = Recovery.findTerms(store.journal());
            if (terms.isEmpty()) {
                throw new SessionProblem("The desk in " + folder + " was never opened. Open it with sextant run.");
            }
            try (MarketChoice market = MarketChoice.of(options, folder, terms, clock)) {
                return LocalEngine.look(DeskSession.parts(folder, store, market, clock, LabKeeping.inMemory()));
            } catch (ReplayDivergedException e) {
                throw SessionProblem.diverged(folder, e);
            }
        }
    }
}
