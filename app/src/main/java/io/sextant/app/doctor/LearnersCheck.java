package io.sextant.app.doctor;

import io.sextant.neural.LearnerLibrary;

/** Can the native learners be loaded? Everything else works without them. */
final class LearnersCheck {

    private LearnersCheck() {}

    static Finding examine(LearnerLibrary library) {
        return library.trouble()
                .map(why -> Finding.watch(
                        library.title(),
                        "not for this machine: " + why + "; " + library.purpose() + " need it",
                        advice(library)))
                .orElseGet(() -> Finding.well(library.title(), "can be used (" + library.purpose() + ")"));
    }

    private static String advice(LearnerLibrary library) {
        return switch (library) {
            case XGBOOST ->
                "sudo apt-get install libgomp1 (macOS: brew install libomp; Windows: the Visual C++ runtime). The rest works"
                        + " without.";
            case ONNX_RUNTIME ->
                "It needs a 64-bit Linux with glibc 2.28, macOS or Windows with the Visual C++ runtime. The rest works without.";
            case ND4J -> "The networks of our own do the same without it; builds for Linux on x86-64 have it.";
        };
    }
}
