package io.sextant.strategy.group;

import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.Arrays;
import java.util.List;

/** Trades spreads that are looked for anew at each review, each with its part of the equity; their legs in one instrument are added up. */
abstract class SpreadRun implements StrategyRun {

    private final int rows;
    private final Spread.Rule rule;
    private final Reviews reviews;
    private ClosePanel panel = new ClosePanel(0, 1);
    private List<Spread> spreads = List.of();
    private double[] shares = {};
    private double[] before = {};
    private boolean waits;

    SpreadRun(int rows, Spread.Rule rule, double reviewDays) {
        this.rows = rows;
        this.rule = rule;
        reviews = new Reviews(reviewDays);
    }

    /** Those worth trading, by what a full panel shows. */
    abstract List<Spread> found(ClosePanel panel, int instruments);

    /** How many spreads the equity is parted among. */
    abstract int parts(int instruments);

    @Override
    public final void next(Scene scene, Wishes wishes) {
        int count = scene.instruments();
        if (shares.length == 0) {
            panel = new ClosePanel(count, rows);
            shares = new double[count];
            before = new double[count];
        }
        waits |= reviews.isDue(scene.endNanos());
        if (!panel.add(scene) || !panel.isFull()) {
            return;
        }
        String code = "";
        double score = 0;
        if (waits) {
            waits = false;
            replace(found(panel, count));
            code = "spread-ended";
        }
        for (Spread spread : spreads) {
            double now = spread.score(panel);
            if (spread.turns(now, rule)) {
                code = spread.code();
                score = now;
            }
        }
        if (!code.isEmpty()) {
            wish(wishes, code, score);
        }
    }

    private void replace(List<Spread> found) {
        for (Spread each : found) {
            spreads.stream().filter(each::isOfSame).findFirst().ifPresent(each::goOnFrom);
        }
        spreads = found;
    }

    private void wish(Wishes wishes, String code, double score) {
        double[] last = shares;
        shares = before;
        before = last;
        Arrays.fill(shares, 0);
        for (Spread spread : spreads) {
            for (int i = 0; i < spread.instruments.length; i++) {
                shares[spread.instruments[i]] += spread.weight(i) / parts(shares.length);
            }
        }
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] != last[k]) {
                wishes.hold(Target.strong(k, shares[k], Reason.of(code, new Figure("score", score))));
            }
        }
    }
}
