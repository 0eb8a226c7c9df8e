package io.sextant.engine.alert;

import io.sextant.domain.alert.AlertCondition.RiskFigure;
import io.sextant.domain.position.Account;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.risk.RiskBoard;

/** Figures of the desk's risk in percent; NaN where one is not known. */
final class RiskReading {

    /** The level at which the desk's daily value at risk is watched. */
    static final double CONFIDENCE = 0.95;

    private static final double PERCENT = 100;

    private RiskReading() {}

    static double of(RiskFigure figure, DeskState desk, RiskBoard board) {
        Account account = desk.account();
        double equity = account.equity().toDouble();
        return switch (figure) {
            case VAR ->
                switch (board) {
                    case RiskBoard.Measured measured ->
                        share(measured.historical().valueAtRisk(), measured.equity());
                    case RiskBoard.NothingHeld nothing -> 0;
                    case RiskBoard.TooLittleHistory few -> Double.NaN;
                };
            case DRAWDOWN -> board.fall().current() * PERCENT;
            case EXPOSURE -> share(account.grossExposure().toDouble(), equity);
            case DAY_LOSS -> {
                double begun = account.equityAtDayStart().toDouble();
                yield share(Math.max(0, begun - equity), begun);
            }
        };
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole * PERCENT : Double.NaN;
    }
}
