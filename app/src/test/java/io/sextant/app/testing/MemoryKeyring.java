package io.sextant.app.testing;

import io.sextant.domain.vault.Keyring;
import io.sextant.domain.vault.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A keyring that forgets everything with the process; a vault that it opens needs no slow derivation. */
public final class MemoryKeyring implements Keyring {

    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void put(String name, Secret text) {
        kept.put(name, text.reveal());
    }

    @Override
    public Optional<Secret> find(String name) {
        return Optional.ofNullable(kept.get(name)).map(Secret::of);
    }

    @Override
    public void remove(String name) {
        kept.remove(name);
    }
}
