package io.sextant.domain.hosting;

import java.util.List;

/**
 * A strategy that the desk runs, as it stands now.
 *
 * @param why it came into its stage, in words, perhaps empty
 * @param sinceNanos when it did
 * @param warmUpBars how many ended bars of each instrument it has gone through, of {@code warmUpNeeded}
 * @param wishes the newest of each instrument
 * @param outlooks what it was told of each instrument, where it asks for forecasts or regimes
 * @param fills the newest, newest first
 * @param refusals the newest, newest first
 * @param isArmed whether a person has armed it for real money, for this account and as it is agreed now
 */
public record HostedStrategy(
        HostingTerms terms,
        HostedStage stage,
        StageCause cause,
        String why,
        long sinceNanos,
        HostPhase phase,
        int warmUpBars,
        int warmUpNeeded,
        HostedFigures figures,
        List<HostedPosition> positions,
        EquityLine equity,
        List<HostedWish> wishes,
        List<HostedOutlook> outlooks,
        List<HostedFill> fills,
        List<HostedRefusal> refusals,
        ParityMeter parity,
        boolean isArmed) {

    public HostedStrategy {
        positions = List.copyOf(positions);
        wishes = List.copyOf(wishes);
        outlooks = List.copyOf(outlooks);
        fills = List.copyOf(fills);
        refusals = List.copyOf(refusals);
    }
}
