/** The keys of venues as a person keeps them: seen without their secrets, added, removed, locked and unlocked. */
@NullMarked
package io.sextant.ui.keys;

import org.jspecify.annotations.NullMarked;
