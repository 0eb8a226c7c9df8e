package io.sextant.simulator.agent;

/**
 * How one instrument is traded on a usual day. {@code halfSpreadTicks} is what the keenest market maker asks for; rates are
 * per second of market time; {@code frontLots} is what a maker shows at its best price, {@code tradeLots} the median size of
 * an order that takes.
 */
public record AgentProfile(
        double dailyVolatility,
        double halfSpreadTicks,
        double makerWakesASecond,
        double takersASecond,
        double restersASecond,
        double frontLots,
        double tradeLots) {

    public AgentProfile {
        boolean rated = makerWakesASecond > 0 && takersASecond > 0 && restersASecond > 0;
        if (!(halfSpreadTicks > 0) || !rated || !(frontLots > 0) || !(tradeLots > 0)) {
            throw new IllegalArgumentException("a market needs a spread, rates and sizes above zero");
        }
    }
}
