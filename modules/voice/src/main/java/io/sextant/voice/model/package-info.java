/** Speech models: which are official, fetching, checking, keeping and removing them. */
@NullMarked
package io.sextant.voice.model;

import org.jspecify.annotations.NullMarked;
