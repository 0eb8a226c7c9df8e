package io.sextant.domain.event;

import io.sextant.domain.market.Headline;

/** A piece of news became known. */
public record HeadlinePublished(long position, long timeNanos, Headline headline) implements Event {}
