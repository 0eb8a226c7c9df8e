package io.sextant.remote.identity;

import io.sextant.remote.protocol.Role;

/** Who is at a seat, as was proven when the line was opened. */
public record Principal(String name, Role role) {}
