package io.sextant.app.doctor;

/** Is this Java new enough, and was it started as it should be? */
final class JavaCheck {

    private static final int OLDEST = 25;

    private JavaCheck() {}

    static Finding examine() {
        String what = "Java " + Runtime.version() + " by " + System.getProperty("java.vendor");
        if (Runtime.version().feature() < OLDEST) {
            return Finding.unwell("Java", what, "Install Java " + OLDEST + " or newer, or start with ./sextant.");
        }
        if (!Launch.hasNativeAccess()) {
            return Finding.watch(
                    "Java",
                    what + ", started without --enable-native-access=ALL-UNNAMED",
                    "Start with the launcher script or the installed application; a later Java will refuse otherwise.");
        }
        return Finding.well("Java", what);
    }

    private static final class Launch {

        static boolean hasNativeAccess() {
            return JavaCheck.class.getModule().isNativeAccessEnabled();
        }
    }
}
