/** What a person wants of their money, as a profile that optimisers read. */
@NullMarked
package io.sextant.portfolio.goal;

import org.jspecify.annotations.NullMarked;
