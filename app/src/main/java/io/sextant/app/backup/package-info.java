/** All of a person's data as one file, out and in again. */
@NullMarked
package io.sextant.app.backup;

import org.jspecify.annotations.NullMarked;
