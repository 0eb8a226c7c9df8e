/** What a person, a voice or a program can ask the engine to do. */
@NullMarked
package io.sextant.domain.command;

import org.jspecify.annotations.NullMarked;
