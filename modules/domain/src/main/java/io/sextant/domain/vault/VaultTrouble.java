package io.sextant.domain.vault;

/** Why a vault did not do what was asked. The English sentence is for logs and the command line; the window words its own. */
public enum VaultTrouble {
    NO_VAULT("There is no vault yet: make one with sextant vault init."),
    VAULT_EXISTS("There is a vault already; nothing was changed."),
    LOCKED("The vault is locked: give its passphrase first."),
    WRONG_PASSPHRASE("This is not the vault's passphrase. Nothing was changed."),
    PASSPHRASE_TOO_SHORT("A passphrase has at least 10 characters."),
    DAMAGED(
            "The vault file is damaged: its bytes are not those that were written. Nothing was changed. Put a copy of it in its"
                    + " place, or move it away, begin a new vault, and make new keys at the venues."),
    TAMPERED(
            "The vault was tampered with: its file fits in itself, but somebody who does not know its key changed it. Nothing was"
                    + " changed. Take no key from it: revoke them at the venues, and find out who can write to this file."),
    NEWER_VERSION("The vault was written by a newer version of Sextant. Nothing was changed; use that version."),
    UNUSABLE("The vault file cannot be read or written."),
    CHANGED_MEANWHILE("The vault got a new passphrase meanwhile: unlock it again."),
    KEYRING_REFUSED("The system's keyring could not be used. The passphrase opens the vault all the same."),
    KEYRING_EMPTY("The system's keyring has no key for this vault. Give its passphrase."),
    KEYRING_FOREIGN("The system's keyring has a key that does not fit this vault. Give its passphrase."),
    NO_SUCH_KEY("The vault has no key for that account."),
    KEY_EXISTS("The vault has a key for that account already: remove it first."),
    KEY_NOT_ACCEPTED("The venue does not take this key, so it was not kept."),
    KEY_CAN_WITHDRAW(
            "The venue says that this key can withdraw money, so it was not kept. Make one at the venue that can trade and not"
                    + " withdraw.");

    private final String english;

    VaultTrouble(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
