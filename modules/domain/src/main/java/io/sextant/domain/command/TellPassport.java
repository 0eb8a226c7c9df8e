package io.sextant.domain.command;

import io.sextant.domain.passport.OrderPassport;

/** Writes down why an order was sent, as it was known then. */
public record TellPassport(OrderPassport passport) implements Command {}
