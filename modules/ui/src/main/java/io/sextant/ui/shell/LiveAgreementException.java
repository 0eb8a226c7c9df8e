package io.sextant.ui.shell;

/** A desk would trade with real money, and the reader did not yet type the account's name to say that this is meant. */
public final class LiveAgreementException extends Exception {

    private static final long serialVersionUID = 1;

    private final String account;

    public LiveAgreementException(String account, Throwable cause) {
        super("nobody has agreed yet that " + account + " trades with real money", cause);
        this.account = account;
    }

    /** The name that has to be typed. */
    public String account() {
        return account;
    }
}
