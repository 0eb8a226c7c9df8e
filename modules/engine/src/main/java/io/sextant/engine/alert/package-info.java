/** Watches what people want to be told of, beside the core: it never slows the loop, and each firing goes in as a command. */
@NullMarked
package io.sextant.engine.alert;

import org.jspecify.annotations.NullMarked;
