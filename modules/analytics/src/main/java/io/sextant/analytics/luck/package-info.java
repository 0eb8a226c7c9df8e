/** What luck alone could have done: how much of a result chance, and choosing the best of many, explain. */
@NullMarked
package io.sextant.analytics.luck;

import org.jspecify.annotations.NullMarked;
