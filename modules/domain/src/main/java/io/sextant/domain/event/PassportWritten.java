package io.sextant.domain.event;

import io.sextant.domain.passport.OrderPassport;

/** It was written down why an order was sent. */
public record PassportWritten(long position, long timeNanos, OrderPassport passport) implements Event {}
