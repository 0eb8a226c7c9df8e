package io.sextant.domain.order;

import java.text.MessageFormat;
import java.util.Locale;

/** Why something was not done. Each cause has its own number, stable for people, logs and programs. */
public enum RefusalCode {
    UNKNOWN_INSTRUMENT(1001, "{0} is not an instrument of this session."),
    NOT_TRADABLE(1002, "{0} can be watched but not traded."),
    OFF_TICK(1003, "The price {0} is not a multiple of the tick {1}."),
    OFF_LOT(1004, "The quantity {0} is not a multiple of the lot {1}."),
    BELOW_MINIMUM(1005, "The quantity {0} is below the smallest order of {1}."),
    PRICE_NOT_POSITIVE(1006, "A price for {0} must be above zero."),
    AMOUNT_TOO_LARGE(1007, "The order is larger than the ledger can count."),
    BELOW_MIN_VALUE(1008, "The order is worth {0}, below the smallest of {1} that the venue takes."),
    CLOSES_BELOW_MIN_VALUE(
            1009,
            "What this would close is worth {0}, and the venue takes no order below {1}, not even one that only closes: it can"
                    + " be closed together with more."),
    EXIT_BELOW_MIN_VALUE(1010, "The exit at {0} would be worth {1}, below the smallest of {2} that the venue takes."),
    UNKNOWN_ORDER(1101, "There is no order {0}."),
    ORDER_ALREADY_DONE(1102, "Order {0} is {1} already."),
    CHANGE_PENDING(1103, "Order {0} is waiting for the venue''s answer to an earlier change."),
    NOT_AMENDABLE(1104, "Order {0} is not a limit order; cancel it instead."),
    BELOW_FILLED(1105, "Order {0} has already filled {1}; its quantity must stay above that."),
    ENDS_IN_THE_PAST(1106, "The order would end at {0}, which is over."),
    TRIGGER_REACHED(1107, "The market is at {1}, so the price {0} that the order would wait for is here already."),
    NO_PARENT(1201, "No working algorithm has the number {0}."),
    TOO_MANY_PARENTS(1202, "{0} brackets and algorithms are working already, as many as the engine keeps."),
    EXITS_MISPLACED(1203, "A target at {0} and a stop at {1} do not stand on both sides of {2}."),
    TOO_FEW_BARS(1204, "The average range over {0} bars needs {1} complete ones of this session; there are {2}."),
    NOTHING_TO_FLATTEN(1205, "Nothing is open in {0}."),
    FLATTENING(1206, "{0} is being flattened; nothing else is sent there meanwhile."),
    DUPLICATE_PARENT(
            1207, "The same was begun in {0} a moment ago; if it is meant twice, begin it again in two seconds."),
    NO_SCHEDULE(1208, "Slices so long leave no temporary impact to save; choose more of them."),
    ROUTE_MISMATCH(1209, "{0} and {1} are not the same pair at two venues; a route goes over one pair."),
    QUANTITY_LIMIT(2001, "The quantity {0} is above the limit of {1} an order."),
    NOTIONAL_LIMIT(2002, "The value {0} is above the limit of {1} an order."),
    PRICE_COLLAR(2003, "The price {0} is more than {1} basis points from the market at {2}."),
    AMEND_COLLAR(2004, "The new price {0} is more than {1} basis points from the market at {2}."),
    POSITION_LIMIT(2005, "The position could become {0}, above the limit of {1}."),
    GROSS_EXPOSURE(2006, "All positions together could come to {0}, above the limit of {1}."),
    BUYING_POWER(2007, "The order needs {0}; {1} is free."),
    ORDER_RATE(2008, "{0} orders were sent within {1}, as many as the limit allows."),
    CANCEL_RATE(2009, "{0} cancels were sent within {1}; nothing new may rest until there are fewer."),
    DUPLICATE_ORDER(2010, "The same order was sent {0} ago; it may be a slip."),
    CHILD_BEYOND_PARENT(2011, "The parent order #{0} has {1} left to send; {2} is more."),
    REPEATED_EXECUTION(2012, "Strategy {0} executed {1} times within {2}; a person has to enable it again."),
    SELF_MATCH(2013, "The order would trade with our own one at {0}."),
    RESTRICTED_INSTRUMENT(2014, "{0} is on the restricted list."),
    NO_REFERENCE_PRICE(2015, "There is no market price for {0} to check against."),
    FEED_GONE(2016, "The feed of {0} is disconnected or over; nothing is sent on old prices."),
    VENUE_DISCONNECTED(2017, "{0} cannot be reached, so nothing new is sent: {1}"),
    KILL_SWITCH(2018, "The kill switch is on: {0}"),
    NOT_REDUCING(2019, "The order may only reduce a position; {0} of {1} are there to be reduced."),
    OVERRIDE_REFUSED(2020, "The control {0} cannot be overridden {1}."),
    GATE_REDUCING(2021, "The gate is REDUCING, so only what makes a position smaller passes: {0}"),
    GATE_HALTED(2022, "The gate is HALTED, so nothing but cancels passes: {0}"),
    REGIME_LOSS(
            2023,
            "Today''s loss of {0} is at {1}, as much of the limit as the regime allows; only what makes a position smaller passes."),
    REGIME_DRAWDOWN(
            2024,
            "The equity is {0} below its best, at {1}, as much of the limit as the regime allows; only what makes a position smaller passes."),
    STRATEGY_ORDER_VALUE(2102, "The value {0} is above the limit of {1} an order of strategy {2}."),
    LEVERAGE(2106, "All positions together could come to {0} times the equity, above the limit of {1}."),
    REGIME_QUANTITY(2201, "The quantity {0} is above {1}, as much of the limit of an order as the regime allows."),
    REGIME_VALUE(2202, "The value {0} is above {1}, as much of the limit of an order as the regime allows."),
    REGIME_POSITION(2205, "The position could become {0}, above {1}, as much of its limit as the regime allows."),
    REGIME_EXPOSURE(
            2206, "All positions together could come to {0} times the equity, above the {1} that the regime allows."),
    STRATEGY_ORDER_RATE(2108, "Strategy {2} sent {0} orders within {1}, as many as its limit allows."),
    STRATEGY_CANCEL_RATE(
            2109, "Strategy {2} sent {0} cancels within {1}; nothing new of it may rest until there are fewer."),
    UNKNOWN_PARENT(2111, "The gate knows of no parent order #{0} that would send this."),
    STALE_PRICE(2115, "The newest price of {0} is {1} old, above the limit of {2}."),
    DAILY_LOSS(2116, "Today''s loss of {0} is at the limit of {1}; only what makes a position smaller passes."),
    KILL_SWITCH_ACCOUNT(2118, "The kill switch of account {0} is on: {1}"),
    VENUE_NOT_RECONCILED(2119, "Our records of {0} are not reconciled with the venue''s: {1}"),
    CLOCK_SKEW(2215, "Clock and market differ by {0}, above the limit of {1}."),
    DRAWDOWN(2216, "The equity is {0} below its best, at the limit of {1}; only what makes a position smaller passes."),
    KILL_SWITCH_STRATEGY(2218, "The kill switch of strategy {0} is on: {1}"),
    STRATEGY_LIMIT_MISSING(2297, "No limit is set for strategy {0}, so it may send nothing."),
    ACCOUNT_LIMIT_MISSING(2298, "No limit is set for the account, so nothing may be sent."),
    LIMIT_MISSING(2098, "No limit is set for {0}, so nothing may be sent."),
    TOO_MANY_ORDERS(2099, "{0} orders are working already, as many as the engine keeps."),
    EMPTY_BOOK(3001, "Nobody is on the other side of {0} now."),
    WOULD_TAKE(3002, "The order would trade at once, and it may only rest."),
    NOT_WHOLE(3003, "Not all of the order could trade at once, so nothing was traded."),
    VENUE_REFUSED(3004, "The venue refused the order."),
    VENUE_FUNDS(3005, "The venue says that the account holds too little for the order."),
    VENUE_BUSY(3006, "The venue takes no more requests for now."),
    NEVER_ARRIVED(3007, "The request never reached the venue."),
    NOT_AT_VENUE(3008, "The venue has no such order."),
    NO_SUCH_STRATEGY(2301, "The desk runs no strategy called {0}."),
    STRATEGY_NOT_RUNNING(2302, "Strategy {0} is {1}, so nothing of it is sent."),
    STRATEGY_FOREIGN_INSTRUMENT(2303, "{0} is not among the instruments of strategy {1}."),
    STRATEGY_LARGEST_ORDER(2304, "The value {0} is above the {1} that an order of strategy {2} may be worth."),
    STRATEGY_CAPITAL(
            2305,
            "Strategy {2} would hold {0}, more than the {1} that its capital share allows; smaller positions pass."),
    STRATEGY_DAY_LOSS(2306, "Strategy {2} has lost {0} today, as much as its limit of {1} allows."),
    STRATEGY_ORDERS_A_MINUTE(2307, "Strategy {2} sent {0} orders within a minute, as many as its limit of {1} allows."),
    STRATEGY_STAGE(2308, "Strategy {0} is {1} and cannot be told to {2} now."),
    STRATEGY_RUNS(2309, "Strategy {0} is {1}; what is agreed with it changes only while it does not run."),
    STRATEGY_HOLDS(2310, "Strategy {0} still holds {1} or has orders working there."),
    TOO_MANY_STRATEGIES(2311, "{0} strategies are hosted already, as many as the desk keeps."),
    STRATEGY_CURRENCY(2312, "{0} is quoted in {1}, and the capital of strategy {2} is in {3}."),
    STRATEGIES_OVER_ACCOUNT(2313, "All strategies together would have {0} of capital; the account is worth {1}."),
    STRATEGY_UNKNOWN_KIND(2314, "Strategy {0} cannot be hosted: {1}"),
    STRATEGY_BEYOND_ACCOUNT(
            2315,
            "Strategy {0} would close {1} of {2}, and besides what other strategies hold the account has {3} there. Flattening {2} sets its book right."),
    STRATEGY_REAL_MONEY(
            2316,
            "Strategy {0} is not armed for real money: a person arms it, as it is agreed now, for this account before it starts."),
    LINK_DOWN(2340, "There is no line to the engine, so nothing is sent: {0}"),
    LINK_LOST(2341, "The line broke before the command reached the engine; nothing was done."),
    LINK_STALE(2342, "The engine is silent, so nothing is sent."),
    SEAT_ROLE(2343, "This needs the role {0} at {1}; {2} has the role {3}."),
    INVALID_SETTING(4001, "{0} is not a valid value for {1}."),
    INVALID_LIMIT(4002, "The limit for {0} is not valid: {1}"),
    LIVE_MARKET(4003, "A live market has its own pace."),
    NOTHING_TO_SETTLE(4004, "What differs from the venue has changed since it was shown. Look again."),
    ENGINE_CLOSING(5001, "The engine is closing; nothing was sent."),
    ENGINE_FAILED(
            5002,
            "The engine stopped after an error; nothing was sent. Restart Sextant: it recovers from the journal."),
    ENGINE_BUSY(5003, "The engine is behind with its work; nothing was sent. Try again in a moment."),
    COMMAND_TOO_LARGE(5004, "The request takes {0} bytes, more than the {1} that the journal keeps of one."),
    ENGINE_FAILED_CANCELLING(
            5005,
            "The engine has stopped. Every order that works at the venue was asked to be cancelled; look there whether they are.");

    private final int number;
    private final String english;

    RefusalCode(int number, String english) {
        this.number = number;
        this.english = english;
    }

    public int number() {
        return number;
    }

    public static RefusalCode ofNumber(int number) {
        for (RefusalCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalArgumentException("unknown refusal number " + number);
    }

    String english() {
        return english;
    }

    /** How many arguments the sentence has room for. */
    int argumentCount() {
        return new MessageFormat(english, Locale.ROOT).getFormatsByArgumentIndex().length;
    }
}
