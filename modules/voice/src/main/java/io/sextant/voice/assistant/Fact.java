package io.sextant.voice.assistant;

/**
 * A figure of an answer and where it comes from.
 *
 * @param name what it is, for programs; the same in every language
 * @param value as the person reads it
 * @param source where it can be looked up, such as {@code risk} or {@code forecast:BTC-USDT:naive}
 */
public record Fact(String name, String value, String source) {}
