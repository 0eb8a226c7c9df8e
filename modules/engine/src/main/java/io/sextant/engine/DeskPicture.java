package io.sextant.engine;

import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.GateStatus;

/** A desk at rest, with its gate. */
public record DeskPicture(DeskState desk, GateStatus gate) {}
