package io.sextant.domain.command;

import io.sextant.domain.hosting.HostingTerms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Whether a person has armed a strategy for real money: a setting of the desk, so it is remembered, shown and in the journal. It names the account
 * and a print of all that was agreed; where either is another, the strategy is not armed.
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

    private static String text(HostingTerms terms, String account) {
        return account + " " + print(terms.toString());
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
