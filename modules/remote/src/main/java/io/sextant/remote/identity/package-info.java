/** Who is at the other end: users, their passwords, the certificates that were made for them, and tokens that last for minutes. */
@NullMarked
package io.sextant.remote.identity;

import org.jspecify.annotations.NullMarked;
