package io.sextant.engine;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.SnapshotStore;
import io.sextant.domain.request.History;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.execution.Venue;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.strategy.Strategy;
import java.util.List;

/** All that an engine is made of. Feed and venue may be one object (an exchange in a box). */
public record EngineParts(
        SessionTerms terms,
        Feed feed,
        Venue venue,
        List<Strategy> strategies,
        Journal journal,
        SnapshotStore snapshots,
        BarArchive archive,
        MacroArchive macro,
        History history,
        JobWorks jobs,
        Clock clock,
        Pause pause,
        LabKeeping lab) {

    public EngineParts {
        strategies = List.copyOf(strategies);
    }

    /** One whose tests of strategies are forgotten with it. */
    public EngineParts(
            SessionTerms terms,
            Feed feed,
            Venue venue,
            List<Strategy> strategies,
            Journal journal,
            SnapshotStore snapshots,
            BarArchive archive,
            MacroArchive macro,
            History history,
            JobWorks jobs,
            Clock clock,
            Pause pause) {
        this(
                terms,
                feed,
                venue,
                strategies,
                journal,
                snapshots,
                archive,
                macro,
                history,
                jobs,
                clock,
                pause,
                LabKeeping.inMemory());
    }
}
