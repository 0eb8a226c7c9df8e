/** Looks at the machine and says what is missing and what to do about it. */
@NullMarked
package io.sextant.app.doctor;

import org.jspecify.annotations.NullMarked;
