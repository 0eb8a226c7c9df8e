/** What a company's published figures say: ratios, medians of a sector, discounted cash flow, features. */
@NullMarked
package io.sextant.analytics.fundamental;

import org.jspecify.annotations.NullMarked;
