package io.sextant.engine.hosting;

import io.sextant.domain.hosting.HostedConflict;
import io.sextant.domain.hosting.HostedPosition;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostedWish;
import io.sextant.domain.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where strategies want opposite things of one instrument. */
final class Conflicts {

    private Conflicts() {}

    static List<HostedConflict> among(List<HostedStrategy> strategies) {
        Map<InstrumentId, List<HostedConflict.Side>> sides = new LinkedHashMap<>();
        for (HostedStrategy each : strategies) {
            for (InstrumentId instrument : each.terms().instruments()) {
                sides.computeIfAbsent(instrument, fresh -> new ArrayList<>()).add(side(each, instrument));
            }
        }
        List<HostedConflict> conflicts = new ArrayList<>();
        sides.forEach((instrument, all) -> {
            boolean isLong = all.stream().anyMatch(side -> side.share() > 0);
            boolean isShort = all.stream().anyMatch(side -> side.share() < 0);
            if (isLong && isShort) {
                conflicts.add(new HostedConflict(
                        instrument,
                        all.stream().filter(side -> side.share() != 0).toList(),
                        all.stream().mapToDouble(HostedConflict.Side::heldUnits).sum()));
            }
        });
        return conflicts;
    }

    /** One that does not run wants what it holds. */
    private static HostedConflict.Side side(HostedStrategy of, InstrumentId instrument) {
        double held = 0;
        double share = 0;
        for (HostedPosition position : of.positions()) {
            if (position.instrument().equals(instrument)) {
                held = position.units();
                share = position.worth().toDouble() / of.figures().equity().toDouble();
            }
        }
        if (of.stage() == HostedStage.RUNNING) {
            for (HostedWish wish : of.wishes()) {
                share = wish.instrument().equals(instrument) ? wish.share() : share;
            }
        }
        return new HostedConflict.Side(of.terms().name(), share, held);
    }
}
