package io.sextant.domain.regime;

/**
 * What may be coming.
 *
 * @param score the chance that a state which is a danger comes, or stays, within the next bars; NaN where the model knows none
 * @param bars how many
 * @param changeChance that the law of returns changed within as many bars until now (Adams and MacKay 2007)
 * @param drift how near the sums of returns are to telling that their mean moved, 0 to 1 (Page 1954)
 * @param skill how much better the score was than always saying how often it came, by Brier's score: above 0 is better; NaN where it cannot be
 *     told
 * @param measured over how many bars
 */
public record RegimeWarning(double score, int bars, double changeChance, double drift, double skill, int measured) {}
