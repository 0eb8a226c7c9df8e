package io.sextant.domain.command;

import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Whether a person has armed a strategy for real money: a setting of the desk, so it is shown and in the journal. It names the account and a print of
 * all that was agreed; where either is another, the strategy is not armed. It is used up: the desk takes it away whenever the strategy stops
 * trading, so that each start and each resumption has a person's yes of its own.
 */
public final class RealMoney {

    private static final String SETTING = "strategy.real-money.";
    private static final int PRINT_BYTES = 8;

    private RealMoney() {}

    public static String setting(String strategy) {
        return SETTING + strategy;
    }

    /** What a person who was asked says yes to. */
    public static ChangeSetting arm(HostingTerms terms, String account) {
        return new ChangeSetting(setting(terms.name()), text(terms, account));
    }

    public static ChangeSetting disarm(String strategy) {
        return new ChangeSetting(setting(strategy), "");
    }

    public static boolean isArmed(Map<String, String> settings, HostingTerms terms, String account) {
        return text(terms, account).equals(settings.get(setting(terms.name())));
    }

    /** What the setting holds while it is armed. */
    public static String text(HostingTerms terms, String account) {
        return account + " " + print(written(terms));
    }

    /** A replay decides by this what it decided then, so it never changes: what terms may say more one day goes behind a new number. */
    static String written(HostingTerms terms) {
        StringJoiner all = new StringJoiner("\n", "1\n", "\n").add(terms.name()).add(terms.kind());
        terms.values().forEach((name, value) -> all.add(name + "=" + Double.doubleToLongBits(value)));
        terms.instruments().forEach(instrument -> all.add(instrument.symbol()));
        HostingLimits limits = terms.limits();
        return all.add(terms.timeframe().label())
                .add(written(terms.capital()))
                .add(written(limits.largestOrder()))
                .add(written(limits.largestDayLoss()))
                .add(Integer.toString(limits.ordersAMinute()))
                .add(Integer.toString(limits.exposurePercent()))
                .add(Long.toString(Double.doubleToLongBits(terms.costs().commissionBps())))
                .add(Long.toString(Double.doubleToLongBits(terms.costs().spreadBps())))
                .add(Long.toString(Double.doubleToLongBits(terms.costs().slippageBps())))
                .toString();
    }

    private static String written(Money money) {
        return money.units() + " " + money.currency().code();
    }

    private static String print(String of) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, PRINT_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
