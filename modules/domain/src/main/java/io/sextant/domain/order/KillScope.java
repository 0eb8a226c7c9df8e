package io.sextant.domain.order;

/** Whom a kill switch stops. */
public sealed interface KillScope {

    KillScope ALL = new Everybody();

    record Everybody() implements KillScope {}

    /** Orders of one account at a venue. */
    record OneAccount(String account) implements KillScope {}

    record OneStrategy(String strategy) implements KillScope {}
}
