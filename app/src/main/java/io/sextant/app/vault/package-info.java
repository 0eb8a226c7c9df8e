/** The vault of this machine's user, wired to the system's keyring and to the venues that can be asked about a key. */
@NullMarked
package io.sextant.app.vault;

import org.jspecify.annotations.NullMarked;
