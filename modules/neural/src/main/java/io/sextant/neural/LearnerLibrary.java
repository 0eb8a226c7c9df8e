package io.sextant.neural;

import ai.onnxruntime.OrtEnvironment;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The native libraries that learn or run models, and whether they can here. */
public enum LearnerLibrary {
    ONNX_RUNTIME("ONNX Runtime", "models in the ONNX format") {
        @Override
        void load() {
            OrtEnvironment.getEnvironment();
        }
    },
    XGBOOST("XGBoost", "boosted trees and the choice of features") {
        @Override
        void load() throws XGBoostError {
            new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
        }
    },
    /** Only looked for: it unpacks 400 MB when it is first used. */
    ND4J("Deeplearning4j", "the networks of Deeplearning4j") {
        @Override
        void load() {
            String folder = "org/nd4j/linalg/cpu/nativecpu/bindings/" + platform() + "/";
            ClassLoader loader = LearnerLibrary.class.getClassLoader();
            boolean isThere = loader.getResource(folder + "libnd4jcpu.so") != null
                    || loader.getResource(folder + "libnd4jcpu.dylib") != null
                    || loader.getResource(folder + "nd4jcpu.dll") != null;
            if (!isThere) {
                throw new UnsatisfiedLinkError("no native code for " + platform() + " is in this installation");
            }
        }
    };

    private final String title;
    private final String purpose;

    LearnerLibrary(String title, String purpose) {
        this.title = title;
        this.purpose = purpose;
    }

    public String title() {
        return title;
    }

    /** What needs it. */
    public String purpose() {
        return purpose;
    }

    /** Why it cannot be used here; empty when it can. */
    public Optional<String> trouble() {
        try {
            load();
            return Optional.empty();
        } catch (LinkageError | XGBoostError | RuntimeException cannot) {
            Throwable cause = cannot;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String message = cause.getMessage();
            return Optional.of(
                    message == null
                            ? cause.getClass().getSimpleName()
                            : message.lines().findFirst().orElse(""));
        }
    }

    abstract void load() throws XGBoostError;

    /** As javacpp names it. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        String os = system.contains("win") ? "windows" : system.contains("mac") ? "macosx" : "linux";
        String arch = System.getProperty("os.arch");
        return os + "-" + (arch.equals("amd64") ? "x86_64" : arch.equals("aarch64") ? "arm64" : arch);
    }
}
