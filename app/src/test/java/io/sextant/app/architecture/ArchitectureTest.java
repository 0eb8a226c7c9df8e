package io.sextant.app.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** The sentences of the architecture page, over classes that are read once for all of them. */
@AnalyzeClasses(packages = "io.sextant", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rooms = ArchTests.in(Rooms.class);

    @ArchTest
    static final ArchTests habits = ArchTests.in(Habits.class);

    @ArchTest
    static final ArchTests gate = ArchTests.in(OneGate.class);

    @ArchTest
    static final ArchTests sandbox = ArchTests.in(SandboxWalls.class);
}
