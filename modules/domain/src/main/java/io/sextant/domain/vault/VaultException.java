package io.sextant.domain.vault;

/** A vault did not do what was asked. The message never holds anything of a secret. */
public final class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final VaultTrouble trouble;
    private final String detail;

    public VaultException(VaultTrouble trouble) {
        this(trouble, "");
    }

    /** {@code detail} says what a person can find: a path, what a venue answered; empty where there is nothing to add. */
    public VaultException(VaultTrouble trouble, String detail) {
        super(detail.isEmpty() ? trouble.english() : trouble.english() + " (" + detail + ")");
        this.trouble = trouble;
        this.detail = detail;
    }

    public VaultTrouble trouble() {
        return trouble;
    }

    public String detail() {
        return detail;
    }
}
