package io.sextant.engine.fleet;

import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.Pieces;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.MayFail;
import java.util.function.Function;

/**
 * Pieces that run a strategy. One of a person's own remembers that some run of it failed, and several threads run pieces of one opened
 * work: a piece after which a failure is known is run once more on a strategy that was loaded anew and that no other piece sees,
 * so that what comes of it depends on that piece alone.
 */
public final class StrategyPieces implements Pieces {

    private record Opened(StrategyKind kind, Pieces pieces) {}

    private final StrategyParcel strategy;
    private final Function<StrategyKind, Pieces> over;
    private Opened shared;

    /** Refuses with a {@link FleetProblem} what is no strategy here. */
    public StrategyPieces(StrategyParcel strategy, Function<StrategyKind, Pieces> over) {
        this.strategy = strategy;
        this.over = over;
        shared = open();
    }

    @Override
    public double[] run(byte[] piece) {
        Opened own = taken();
        double[] came = own.pieces.run(piece);
        if (isSound(own.kind)) {
            return came;
        }
        Opened alone = open();
        double[] again = alone.pieces.run(piece);
        StrategyParcel.checkItWentThrough(alone.kind);
        share(alone);
        return again;
    }

    private Opened open() {
        StrategyKind kind = strategy.open();
        return new Opened(kind, over.apply(kind));
    }

    private synchronized Opened taken() {
        Opened known = shared;
        if (!isSound(known.kind)) {
            known = open();
            shared = known;
        }
        return known;
    }

    private synchronized void share(Opened sound) {
        Opened known = shared;
        if (!isSound(known.kind)) {
            shared = sound;
        }
    }

    private static boolean isSound(StrategyKind kind) {
        return !(kind instanceof MayFail own && own.findFailure().isPresent());
    }
}
