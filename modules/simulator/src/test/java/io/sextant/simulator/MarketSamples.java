package io.sextant.simulator;

import java.util.List;
import java.util.stream.IntStream;

/** Days of the agents' market and years of the older bars, made once for all tests that look at them. */
final class MarketSamples {

    static final int BTC = 0;
    static final int ETH = 1;
    static final int NARWHAL = 5;

    /** Places in a day's list. */
    static final List<String> NAMES = List.of("BTC-USDT", "ETH-USDT", "NARWHAL.SIM");

    static final int DAY_MINUTES = 1_440;
    static final int DAYS = Integer.getInteger("sextant.market.days", 4);
    private static final int FIRST_SEED = Integer.getInteger("sextant.market.seed", 1);
    static final int YEARS = Integer.getInteger("sextant.market.years", 2);
    private static final int YEAR_WEEKS = 52;
    private static final int[] INSTRUMENTS = {BTC, ETH, NARWHAL};

    /** A midnight, UTC, of a Monday. */
    private static final long MIDNIGHT_NANOS = 20_787 * DAY_MINUTES * MinuteMarket.MINUTE_NANOS;

    /** Made in a class of its own: workers of a parallel stream could not enter one that is still being initialised. */
    private static final class Made {

        static final List<List<MinuteMarket>> AGENT_DAYS = makeAgentDays();
        static final List<List<MinuteMarket>> HISTORY_YEARS = makeHistoryYears();
    }

    private MarketSamples() {}

    /** A day of the agents a seed; in each the instruments in the order of {@link #NAMES}. */
    static List<List<MinuteMarket>> agentDays() {
        return Made.AGENT_DAYS;
    }

    /** A year of older bars a seed. */
    static List<List<MinuteMarket>> historyYears() {
        return Made.HISTORY_YEARS;
    }

    private static List<List<MinuteMarket>> makeAgentDays() {
        return IntStream.range(0, DAYS)
                .parallel()
                .mapToObj(day -> MinuteMarket.ofAgents(FIRST_SEED + day, MIDNIGHT_NANOS, DAY_MINUTES, INSTRUMENTS))
                .toList();
    }

    private static List<List<MinuteMarket>> makeHistoryYears() {
        return IntStream.range(0, YEARS)
                .parallel()
                .mapToObj(year ->
                        MinuteMarket.ofHistory(FIRST_SEED + 100 + year, MIDNIGHT_NANOS, YEAR_WEEKS, INSTRUMENTS))
                .toList();
    }

    static List<MinuteMarket> agentDays(int place) {
        return agentDays().stream().map(day -> day.get(place)).toList();
    }

    static List<MinuteMarket> historyYears(int place) {
        return historyYears().stream().map(year -> year.get(place)).toList();
    }

    /** The years of older bars, cut at midnights. */
    static List<MinuteMarket> historyDays(int place) {
        return historyYears(place).stream()
                .flatMap(year ->
                        IntStream.range(0, 7 * YEAR_WEEKS).mapToObj(day -> year.part(day * DAY_MINUTES, DAY_MINUTES)))
                .toList();
    }
}
