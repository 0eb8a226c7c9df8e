package io.sextant.domain.portfolio;

/** Which of what was bought counts as sold. */
public enum LotOrder {
    /** The oldest first. */
    FIFO,
    /** All at their mean price. */
    AVERAGE
}
