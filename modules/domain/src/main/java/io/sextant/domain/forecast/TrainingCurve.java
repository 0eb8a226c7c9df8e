package io.sextant.domain.forecast;

/**
 * How a training goes.
 *
 * @param done share, 0 to 1
 * @param trainingLoss of each step so far, empty where a model has no steps
 * @param validationLoss of each step so far
 */
public record TrainingCurve(String model, State state, double done, double[] trainingLoss, double[] validationLoss) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
