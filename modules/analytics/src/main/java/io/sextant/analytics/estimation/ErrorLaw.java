package io.sextant.analytics.estimation;

/** How surprises are distributed once their variance is divided out. */
public enum ErrorLaw {
    NORMAL,
    /** Student's t, scaled to unit variance; its degrees of freedom are the shape. */
    STUDENT
}
