package io.sextant.domain.event;

import io.sextant.domain.money.Money;

/** What the desk was worth at one moment: a point of the equity curve. Amounts are in the reporting currency. */
public record AccountMarked(
        long position, long timeNanos, Money equity, Money realised, Money unrealised, Money fees, Money grossExposure)
        implements Event {}
