/** When markets trade: sessions, holidays and half-days by rule, and bars that follow them. */
@NullMarked
package io.sextant.marketdata.calendar;

import org.jspecify.annotations.NullMarked;
