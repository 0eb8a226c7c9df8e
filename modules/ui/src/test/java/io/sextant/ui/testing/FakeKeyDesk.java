package io.sextant.ui.testing;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.WithdrawalRight;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vault in memory that opens at once and is in whatever trouble a test wants. */
public final class FakeKeyDesk implements KeyDesk {

    private final List<KeyEntry> entries = new CopyOnWriteArrayList<>();
    private volatile State state;
    private volatile String passphrase;
    private volatile VaultTrouble trouble = VaultTrouble.WRONG_PASSPHRASE;
    private volatile WithdrawalRight right = WithdrawalRight.NONE;

    public FakeKeyDesk(State state, String passphrase) {
        this.state = state;
        this.passphrase = passphrase;
    }

    /** What an attempt to unlock with another passphrase meets. */
    public void trouble(VaultTrouble found) {
        trouble = found;
    }

    /** What the venue says of keys that are added. */
    public void venueSays(WithdrawalRight told) {
        right = told;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void create(Secret wanted, boolean inKeyring) {
        if (wanted.length() < PASSPHRASE_MIN) {
            throw new VaultException(VaultTrouble.PASSPHRASE_TOO_SHORT);
        }
        passphrase = wanted.reveal();
        state = State.OPEN;
    }

    @Override
    public void unlock(Secret given) {
        if (!given.reveal().equals(passphrase)) {
            throw new VaultException(trouble);
        }
        state = State.OPEN;
    }

    @Override
    public void unlockByKeyring() {
        state = State.OPEN;
    }

    @Override
    public boolean hasKeyring() {
        return true;
    }

    @Override
    public void lock() {
        state = state == State.NONE ? State.NONE : State.LOCKED;
    }

    @Override
    public List<KeyEntry> list() {
        if (state != State.OPEN) {
            throw new VaultException(VaultTrouble.LOCKED);
        }
        return List.copyOf(entries);
    }

    @Override
    public KeyVerdict add(VenueKey key) {
        if (right == WithdrawalRight.GRANTED) {
            throw new VaultException(VaultTrouble.KEY_CAN_WITHDRAW);
        }
        String revealed = key.apiKey().reveal();
        entries.add(new KeyEntry(
                key.account(),
                key.net(),
                right,
                revealed.substring(Math.max(0, revealed.length() - 4)),
                false,
                FakeEngine.START_NANOS));
        return new KeyVerdict.Valid(true, right);
    }

    @Override
    public void remove(VenueAccount account) {
        List<KeyEntry> left = new ArrayList<>(entries);
        left.removeIf(entry -> entry.account().equals(account));
        entries.clear();
        entries.addAll(left);
    }

    @Override
    public void changePassphrase(Secret old, Secret wanted) {
        unlock(old);
        passphrase = wanted.reveal();
    }
}
