package io.sextant.engine.backtest;

import java.util.List;

/**
 * What trading and holding cost besides the move of the price.
 *
 * @param commissionShare of the notional, on each side; what the lowest of {@code tiers} says where there are some
 * @param spreadBps between bid and ask; half of it is paid by whoever trades at once
 * @param slippageBps on top of that
 * @param impact how many deviations of a bar's return an order of a bar's whole volume moves the price; it grows with the root of its share
 *     (Almgren, Thum, Hauptmann and Li 2005)
 * @param borrowPerYear for shares sold short, a share of their worth
 * @param fundingPer8Hours paid by who is long to who is short, as perpetual futures do at 0, 8 and 16 o'clock UTC
 */
public record TradingCosts(
        double commissionShare,
        List<FeeTier> tiers,
        double spreadBps,
        double slippageBps,
        double impact,
        double borrowPerYear,
        double fundingPer8Hours) {

    public static final TradingCosts NONE = commission(0);

    private static final double MILLION = 1e6;

    /** What a venue takes of who traded so much with it in the last thirty days. */
    public record FeeTier(double fromVolume, double makerShare, double takerShare) {

        public FeeTier {
            if (!(fromVolume >= 0)) {
                throw new IllegalArgumentException("a tier begins at some volume, not at " + fromVolume);
            }
            partsPerMillion(Math.abs(makerShare));
            partsPerMillion(takerShare);
        }
    }

    public TradingCosts {
        tiers = List.copyOf(tiers);
        partsPerMillion(commissionShare);
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).fromVolume() != 0 == (i == 0)
                    || (i > 0 && tiers.get(i).fromVolume() <= tiers.get(i - 1).fromVolume())) {
                throw new IllegalArgumentException("tiers begin at nought and each at more than the one before");
            }
        }
        if (!(spreadBps >= 0 && slippageBps >= 0 && spreadBps / 2 + slippageBps < 10_000 && impact >= 0)) {
            throw new IllegalArgumentException("spread, slippage and impact are never below nought");
        }
        if (!(borrowPerYear >= 0 && borrowPerYear < 10 && Math.abs(fundingPer8Hours) < 1)) {
            throw new IllegalArgumentException("borrowing and funding cost a share of what is held");
        }
    }

    public static TradingCosts commission(double share) {
        return new TradingCosts(share, List.of(), 0, 0, 0, 0, 0);
    }

    public TradingCosts withPrices(double newSpreadBps, double newSlippageBps, double newImpact) {
        return new TradingCosts(
                commissionShare, tiers, newSpreadBps, newSlippageBps, newImpact, borrowPerYear, fundingPer8Hours);
    }

    public TradingCosts withHolding(double newBorrowPerYear, double newFundingPer8Hours) {
        return new TradingCosts(
                commissionShare, tiers, spreadBps, slippageBps, impact, newBorrowPerYear, newFundingPer8Hours);
    }

    public TradingCosts withTiers(List<FeeTier> newTiers) {
        return new TradingCosts(
                commissionShare, newTiers, spreadBps, slippageBps, impact, borrowPerYear, fundingPer8Hours);
    }

    /** All of it so many times over; commissions to a hundredth of a basis point, as venues count. */
    public TradingCosts times(double times) {
        return new TradingCosts(
                rounded(commissionShare * times),
                tiers.stream()
                        .map(each -> new FeeTier(
                                each.fromVolume(),
                                rounded(each.makerShare() * times),
                                rounded(each.takerShare() * times)))
                        .toList(),
                spreadBps * times,
                slippageBps * times,
                impact * times,
                borrowPerYear * times,
                fundingPer8Hours * times);
    }

    public TradingCosts withMoreSlippage(double moreBps) {
        return withPrices(spreadBps, slippageBps + moreBps, impact);
    }

    private static double rounded(double share) {
        return Math.rint(share * MILLION) / MILLION;
    }

    /** The most that a fill can cost of its notional. */
    double highestCommissionShare() {
        return tiers.stream().mapToDouble(FeeTier::takerShare).max().orElse(commissionShare);
    }

    /** Refuses a share that venues do not count so finely. */
    static long partsPerMillion(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "a commission is a share of the notional from 0 to below 1, not " + share);
        }
        double parts = share * MILLION;
        if (Math.abs(parts - Math.rint(parts)) > 1e-6) {
            throw new IllegalArgumentException(
                    "a commission is counted in hundredths of a basis point, not as " + share * 1e4);
        }
        return Math.round(parts);
    }
}
