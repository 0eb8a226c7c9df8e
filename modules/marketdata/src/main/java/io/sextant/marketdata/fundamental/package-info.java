/** What is stored of companies, read as it stood at any time. */
@NullMarked
package io.sextant.marketdata.fundamental;

import org.jspecify.annotations.NullMarked;
