/** Puts the rooms together into a running desk and takes it down again in order. */
@NullMarked
package io.sextant.app.session;

import org.jspecify.annotations.NullMarked;
