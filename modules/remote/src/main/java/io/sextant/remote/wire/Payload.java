package io.sextant.remote.wire;

import tools.jackson.databind.JsonNode;

/** A value of which only who asked for it knows the type. */
public record Payload(JsonNode node) {}
