/** Support for tests: exchanges on loopback whose truth is known and that misbehave on command. */
@NullMarked
package io.sextant.exchange.standin;

import org.jspecify.annotations.NullMarked;
