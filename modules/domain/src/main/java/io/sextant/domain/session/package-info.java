/** What a session is about: its mode, seed, instruments, money and rules of account. */
@NullMarked
package io.sextant.domain.session;

import org.jspecify.annotations.NullMarked;
