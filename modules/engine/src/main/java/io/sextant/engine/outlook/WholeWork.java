package io.sextant.engine.outlook;

import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.fleet.Columns;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import io.sextant.risk.path.PathModels;
import java.util.Arrays;

/** A piece for each past: its whole outlook, drawn by one thread. */
public final class WholeWork implements WorkKind {

    private static final String NAME = "whole outlooks";

    static Work of(PathKind kind, OutlookTerms terms) {
        return new Work(NAME, Columns.bytes(out -> TermsBytes.write(out, kind, terms)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pieces open(byte[] work) {
        return Columns.read(work, in -> {
            PathKind kind = TermsBytes.kind(in);
            OutlookTerms terms = TermsBytes.terms(in);
            return piece -> numbers(
                    Outlook.of(PathModels.fit(kind, Columns.read(piece, Columns::doubles), terms.seed()), terms, 1));
        });
    }

    /** What the terms do not say already. */
    private static double[] numbers(Outlook outlook) {
        int shares = outlook.shares().length;
        double[] numbers = new double[3 + shares * (1 + outlook.fan().length)];
        numbers[0] = outlook.mean();
        numbers[1] = outlook.lossChance();
        numbers[2] = outlook.ruinChance();
        System.arraycopy(outlook.drawdowns(), 0, numbers, 3, shares);
        int at = 3 + shares;
        for (double[] reading : outlook.fan()) {
            System.arraycopy(reading, 0, numbers, at, shares);
            at += shares;
        }
        return numbers;
    }

    static Outlook outlook(double[] came, OutlookTerms terms) {
        double[] shares = Outlook.usualShares();
        int[] read = terms.readings();
        double[][] fan = new double[read.length][];
        for (int reading = 0; reading < fan.length; reading++) {
            int at = 3 + shares.length * (1 + reading);
            fan[reading] = Arrays.copyOfRange(came, at, at + shares.length);
        }
        return new Outlook(
                terms.paths(),
                shares,
                read,
                fan,
                came[0],
                came[1],
                Arrays.copyOfRange(came, 3, 3 + shares.length),
                came[2]);
    }
}
