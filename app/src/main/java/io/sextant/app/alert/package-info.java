/** Brings the outbox its words, its voice and its keys. */
@NullMarked
package io.sextant.app.alert;

import org.jspecify.annotations.NullMarked;
