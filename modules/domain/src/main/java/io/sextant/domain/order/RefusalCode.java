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
    UNKNOWN_ORDER(1101, "There is no order {0}."),
    ORDER_ALREADY_DONE(1102, "Order {0} is {1} already."),
    CHANGE_PENDING(1103, "Order {0} is waiting for the venue''s answer to an earlier change."),
    NOT_AMENDABLE(1104, "Order {0} is not a limit order; cancel it instead."),
    BELOW_FILLED(1105, "Order {0} has already filled {1}; its quantity must stay above that."),
    QUANTITY_LIMIT(2001, "The quantity {0} is above the limit of {1} an order."),
    NOTIONAL_LIMIT(2002, "The value {0} is above the limit of {1} an order."),
    PRICE_COLLAR(2003, "The price {0} is more than {1} basis points from the market at {2}."),
    POSITION_LIMIT(2005, "The position could become {0}, above the limit of {1}."),
    BUYING_POWER(2007, "The order needs {0}; {1} is free."),
    NO_REFERENCE_PRICE(2015, "There is no market price for {0} to check against."),
    FEED_GONE(2016, "The feed of {0} is disconnected or over; nothing is sent on old prices."),
    KILL_SWITCH(2018, "The kill switch is on: {0}"),
    LIMIT_MISSING(2098, "No limit is set for {0}, so nothing may be sent."),
    TOO_MANY_ORDERS(2099, "{0} orders are working already, as many as the engine keeps."),
    EMPTY_BOOK(3001, "Nobody is on the other side of {0} now."),
    INVALID_SETTING(4001, "{0} is not a valid value for {1}."),
    INVALID_LIMIT(4002, "The limit for {0} is not valid: {1}"),
    LIVE_MARKET(4003, "A live market has its own pace."),
    ENGINE_CLOSING(5001, "The engine is closing; nothing was sent."),
    ENGINE_FAILED(
            5002,
            "The engine stopped after an error; nothing was sent. Restart Sextant: it recovers from the journal."),
    ENGINE_BUSY(5003, "The engine is behind with its work; nothing was sent. Try again in a moment."),
    COMMAND_TOO_LARGE(5004, "The request takes {0} bytes, more than the {1} that the journal keeps of one.");

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
