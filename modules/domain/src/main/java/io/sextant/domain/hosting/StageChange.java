package io.sextant.domain.hosting;

/**
 * A hosted strategy came from one stage into another.
 *
 * @param before the same as {@code now} when it was agreed with, first or anew
 * @param why in words, perhaps empty
 */
public record StageChange(String strategy, HostedStage before, HostedStage now, StageCause cause, String why) {}
