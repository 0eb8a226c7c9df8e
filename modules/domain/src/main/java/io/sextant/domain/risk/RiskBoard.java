package io.sextant.domain.risk;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How bad it can get for the desk as it stands, from the past days of what it holds. Amounts are estimates in the currency of the reports,
 * losses above zero; orders that still work are not in them.
 */
public sealed interface RiskBoard {

    /** The market time at which the desk was looked at. */
    long marketNanos();

    /** How the desk's worth stands under its peak. */
    Fall fall();

    /**
     * @param historical tail of the past days' outcomes
     * @param normal tail of a normal law around zero
     * @param outcomes what each day would have made of today's positions, oldest first
     * @param past forecasts of the days that have as many days before them, oldest first
     * @param told what the desk itself said when days began, with what its worth then did, oldest first
     * @param toldRecord of those; empty while there are none
     */
    record Measured(
            long marketNanos,
            Currency currency,
            double equity,
            double grossExposure,
            double netExposure,
            double confidence,
            TailRisk historical,
            TailRisk normal,
            List<Part> parts,
            double[] outcomes,
            List<PastDay> past,
            TrackRecord record,
            List<PastDay> told,
            Optional<TrackRecord> toldRecord,
            Fall fall,
            List<Crisis> crises,
            Shocked shocked)
            implements RiskBoard {

        public Measured {
            parts = List.copyOf(parts);
            past = List.copyOf(past);
            told = List.copyOf(told);
            crises = List.copyOf(crises);
        }
    }

    /** No position is open, so there is nothing to lose. */
    record NothingHeld(long marketNanos, Fall fall) implements RiskBoard {}

    /** These instruments have fewer than {@code neededDays} days of history in common, so nothing is claimed. */
    record TooLittleHistory(long marketNanos, Fall fall, List<InstrumentId> instruments, int days, int neededDays)
            implements RiskBoard {
        public TooLittleHistory {
            instruments = List.copyOf(instruments);
        }
    }

    /**
     * A position's share. Components of the normal value at risk and of the historical shortfall add up to them; {@code incremental} is what
     * the historical value at risk would lose without the position.
     */
    record Part(
            InstrumentId instrument,
            double exposure,
            double component,
            double shortfallComponent,
            double incremental) {}

    /**
     * What was at risk on a past day, and what came.
     *
     * @param shortfall the mean loss that was expected of a day beyond the value at risk; NaN where only that was told
     */
    record PastDay(long dayNanos, double valueAtRisk, double shortfall, double outcome) {

        public boolean isBreach() {
            return outcome < -valueAtRisk;
        }
    }

    /**
     * Whether the forecasts of the past days came true; probabilities near zero speak against them.
     *
     * @param days that were forecast
     * @param kupiecProbability that there are as many breaches or odder numbers of them
     * @param christoffersenProbability that they come as scattered as they do
     * @param shortfall whether expected shortfalls were large enough; empty where none were told
     */
    record TrackRecord(
            int days,
            int breaches,
            double expected,
            double kupiecProbability,
            double christoffersenProbability,
            Light light,
            Optional<Shortfall> shortfall) {}

    /**
     * The second statistic of Acerbi and Szekely (2014): nought on average while forecasts of the shortfall hold, below while losses are larger.
     *
     * @param days of which a shortfall was told
     */
    record Shortfall(int days, double statistic, boolean speaksAgainst) {}

    /** The Basel Committee's zones. */
    enum Light {
        GREEN,
        YELLOW,
        RED
    }

    /** Fractions of the peak, from zero; both zero when nothing is known. */
    record Fall(double current, double deepest) {}

    /** A crisis of shares, and what today's positions would make of it if each price moved as far as the index. */
    record Crisis(String name, String fromDay, String toDay, double indexMove, double result, double worstDay) {}

    /**
     * The desk after a shock.
     *
     * @param result what it makes or loses at once
     * @param normal tail afterwards; that of nothing where nothing is left
     */
    record Shocked(RiskShock shock, double result, TailRisk normal) {}
}
