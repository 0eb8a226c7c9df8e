package io.sextant.matching;

import io.sextant.domain.market.Side;
import java.util.ArrayList;
import java.util.List;

/** Writes down everything a book says. */
final class RecordingListener implements BookListener {

    private final List<String> heard = new ArrayList<>();

    @Override
    public void onTrade(
            long makerId,
            int makerOwner,
            long takerId,
            int takerOwner,
            Side takerSide,
            long priceTicks,
            long lots,
            long makerLotsLeft) {
        heard.add("#" + takerId + "(" + takerOwner + ") " + takerSide + " " + lots + "@" + priceTicks + " from #"
                + makerId + "(" + makerOwner + ") leaving " + makerLotsLeft);
    }

    @Override
    public void onLevel(Side side, long priceTicks, long lots) {
        heard.add(side + " level " + priceTicks + " has " + lots);
    }

    /** What was heard since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }
}
