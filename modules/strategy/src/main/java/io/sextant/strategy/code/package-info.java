/** Strategies that somebody wrote in Java: compiled and loaded beside the workstation, with all of its rights. */
@NullMarked
package io.sextant.strategy.code;

import org.jspecify.annotations.NullMarked;
