package io.sextant.domain.fleet;

/**
 * What all pieces of a work have in common, as bytes that any machine with the same build can open.
 *
 * @param kind the name of the {@link WorkKind} that opens it
 */
public record Work(String kind, byte[] bytes) {}
