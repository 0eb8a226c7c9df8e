package io.sextant.voice.command;

/** A kind of sentence, as the grammar files name it, and what it has to name. */
enum Rule {
    TRADE(Needs.INSTRUMENT),
    CLOSE(Needs.INSTRUMENT),
    FLATTEN(Needs.NOTHING),
    CANCEL_ALL(Needs.NOTHING),
    CANCEL_OF(Needs.INSTRUMENT),
    CANCEL_LAST(Needs.NOTHING),
    CANCEL_NUMBER(Needs.NOTHING),
    START(Needs.NOTHING),
    PAUSE(Needs.NOTHING),
    STOP(Needs.NOTHING),
    START_STRATEGY(Needs.NOTHING),
    RESUME_STRATEGY(Needs.NOTHING),
    PAUSE_STRATEGY(Needs.NOTHING),
    STOP_STRATEGY(Needs.NOTHING),
    KILL(Needs.NOTHING),
    SET_STOP(Needs.INSTRUMENT),
    SET_TARGET(Needs.INSTRUMENT),
    REDUCE(Needs.NOTHING),
    PROFILE(Needs.NOTHING),
    REBALANCE(Needs.NOTHING),
    SHOW_PANEL(Needs.NOTHING),
    SHOW_CHART(Needs.INSTRUMENT),
    TIMEFRAME(Needs.NOTHING),
    PRICE(Needs.INSTRUMENT),
    FORECAST(Needs.INSTRUMENT),
    RISK(Needs.NOTHING),
    PROFIT(Needs.NOTHING),
    POSITION(Needs.NOTHING),
    BALANCE(Needs.NOTHING),
    WHY_TRADED(Needs.INSTRUMENT),
    WHY_RISK(Needs.NOTHING),
    EXPLAIN(Needs.NOTHING),
    BACKTEST(Needs.NOTHING),
    WHAT_IF(Needs.INSTRUMENT_OR_ALL),
    ALERT(Needs.INSTRUMENT),
    HELP(Needs.NOTHING),
    YES(Needs.NOTHING),
    NO(Needs.NOTHING);

    /** What a sentence has to name, itself or by the one before. */
    private enum Needs {
        NOTHING,
        INSTRUMENT,
        INSTRUMENT_OR_ALL
    }

    private final Needs needs;

    Rule(Needs needs) {
        this.needs = needs;
    }

    boolean lacksInstrument(Slots slots) {
        return switch (needs) {
            case NOTHING -> slots.has("it") && slots.findInstrument().isEmpty();
            case INSTRUMENT -> slots.findInstrument().isEmpty();
            case INSTRUMENT_OR_ALL -> slots.findInstrument().isEmpty() && !slots.has("all");
        };
    }

    /** Whether "it", or nothing at all, means the instrument that was spoken of last. */
    boolean takesLast(Slots slots) {
        return slots.has("it") || needs != Needs.NOTHING;
    }
}
