package io.sextant.exchange.port;

import io.sextant.domain.vault.WithdrawalRight;

/** What a venue says that a key may do. */
public record KeyRights(boolean mayTrade, WithdrawalRight withdrawal) {}
