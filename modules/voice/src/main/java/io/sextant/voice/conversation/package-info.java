/** One conversation with a person: what is heard or typed is read, drafted, read back, confirmed and sent. */
@NullMarked
package io.sextant.voice.conversation;

import org.jspecify.annotations.NullMarked;
