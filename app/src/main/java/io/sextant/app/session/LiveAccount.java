package io.sextant.app.session;

import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyInspector;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The account of a live desk: its key out of the vault, and what it holds when the desk begins. */
final class LiveAccount {

    private LiveAccount() {}

    static TradingConnector connector(LiveVenue venue, LiveChoice choice, TradingChoice trading, Clock clock) {
        if (trading.net() == VenueNet.TESTNET && venue.testAddresses().isEmpty()) {
            throw new SessionProblem(venue.title() + " has no test exchange for spot. Nothing was opened.");
        }
        try (VenueKey key = trading.keys()
                .find(trading.account())
                .orElseThrow(() -> new SessionProblem(
                        "The vault has no key for " + trading.account() + ". Nothing was opened."))) {
            if (key.net() != trading.net()) {
                throw new SessionProblem("The key of " + trading.account() + " is one for "
                        + (key.net() == VenueNet.LIVE ? "real money" : "the test exchange")
                        + ", and the other was asked for. Nothing was opened.");
            }
            requireRights(key, new VenueKeyInspector(clock, choice.addresses().map(VenueAddresses::requests)));
            return venue.trading(key, choice.addresses().map(VenueAddresses::requests), trading.streamAt(), clock);
        }
    }

    /** Asked anew each time: at the venue a key's rights can be changed after it was put into the vault. */
    private static void requireRights(VenueKey key, KeyInspector inspector) {
        switch (inspector.inspect(key)) {
            case KeyVerdict.Valid(boolean mayTrade, WithdrawalRight withdrawal) -> {
                if (withdrawal == WithdrawalRight.GRANTED) {
                    throw new SessionProblem("The venue says that the key of " + key.account()
                            + " can withdraw money, so it is not used. Take that right from it at the venue, or make a new"
                            + " key that can trade and not withdraw. Nothing was opened.");
                }
                if (!mayTrade) {
                    throw new SessionProblem(
                            "The venue says that the key of " + key.account()
                                    + " may not trade. Give it that right at the venue, and none to withdraw. Nothing was opened.");
                }
            }
            case KeyVerdict.NotAccepted(String reason) ->
                throw new SessionProblem(
                        "The key of " + key.account() + " is not accepted. " + reason + ". Nothing was opened.");
            case KeyVerdict.NotAsked(String reason) -> {
                if (key.net() == VenueNet.LIVE && key.withdrawal() != WithdrawalRight.NONE) {
                    throw new SessionProblem(
                            "Nobody knows yet whether the key of " + key.account() + " can withdraw money. " + reason
                                    + ". Nothing was opened; try again when the venue can be reached.");
                }
            }
        }
    }

    /** A failed question is no empty account, so a new desk is not begun on one. */
    static List<AccountBalance> balances(LiveVenue venue, TradingConnector account) {
        try {
            return account.balances();
        } catch (VenueException e) {
            throw new SessionProblem(
                    venue.title() + " does not say what the account holds (" + e.getMessage()
                            + "), and a new desk begins with that. Nothing was created.",
                    e);
        }
    }

    static Money cash(List<AccountBalance> balances, Currency currency) {
        BigDecimal total = balances.stream()
                .filter(one -> one.currency().equals(currency.code()))
                .map(AccountBalance::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        try {
            return Money.of(
                    total.setScale(currency.scale(), RoundingMode.DOWN)
                            .unscaledValue()
                            .longValueExact(),
                    currency);
        } catch (ArithmeticException e) {
            throw new SessionProblem(
                    "The account holds more " + currency + " than a desk can count. Nothing was created.", e);
        }
    }
}
