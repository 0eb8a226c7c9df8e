/** What a book and its trades say while they happen: rebuilt from messages, measured one event at a time, nothing looked up ahead. */
@NullMarked
package io.sextant.analytics.orderflow;

import org.jspecify.annotations.NullMarked;
