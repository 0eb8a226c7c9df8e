/** Documents from web services, asked for politely: time limits, size limits, no key in any message. */
@NullMarked
package io.sextant.reference.web;

import org.jspecify.annotations.NullMarked;
