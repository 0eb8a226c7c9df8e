/** What tests of live desks share: an exchange on loopback with an account whose truth is known. */
@NullMarked
package io.sextant.app.testing;

import org.jspecify.annotations.NullMarked;
