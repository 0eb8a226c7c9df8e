package io.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script finds, fetches, builds and starts. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest extends LauncherWorld {

    @Test
    void takesTheJdkThatIsNamedBeforeAllOthers() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        Path named = fakeJdk(world.resolve("mine"), "26");
        environment.put("SEXTANT_JAVA_HOME", named.toString());
        assertThat(sextant("--java-home").out()).isEqualTo(named + "\n");
    }

    @Test
    void refusesANamedJdkThatIsTooOld() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        environment.put(
                "SEXTANT_JAVA_HOME", fakeJdk(world.resolve("mine"), "17.0.15").toString());
        Ending ending = sextant("--java-home");
        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.err()).contains("SEXTANT_JAVA_HOME").contains("not a JDK 25");
    }

    @Test
    void looksPastAnOldJavaHomeAndAnOldJavaOnThePath() throws Exception {
        Path old = fakeJdk(systemJdks.resolve("java-17"), "17.0.15");
        Path good = fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        environment.put("JAVA_HOME", old.toString());
        environment.put("PATH", tools + ":" + old.resolve("bin"));
        assertThat(sextant("--java-home").out()).isEqualTo(good + "\n");
    }

    @Test
    void followsTheJavaOnThePathToItsHome() throws Exception {
        Path good = fakeJdk(world.resolve("elsewhere/jdk"), "25");
        Files.createSymbolicLink(tools.resolve("java"), good.resolve("bin/java"));
        assertThat(sextant("--java-home").out()).isEqualTo(good + "\n");
    }

    @Test
    void findsJdksWhereSdkmanAndIdesPutThem() throws Exception {
        Path ide = fakeJdk(home.resolve(".jdks/temurin-25.0.3"), "25.0.3");
        assertThat(sextant("--java-home").out()).isEqualTo(ide + "\n");
        Path sdkman = fakeJdk(home.resolve(".sdkman/candidates/java/25-tem"), "25");
        assertThat(sextant("--java-home").out()).isEqualTo(sdkman + "\n");
    }

    @Test
    void passesOverARuntimeThatCannotCompile() throws Exception {
        Path runtime = fakeJdk(systemJdks.resolve("a-runtime-25"), "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        Path good = fakeJdk(systemJdks.resolve("b-jdk-25"), "25.0.3");
        assertThat(sextant("--java-home").out()).isEqualTo(good + "\n");
    }

    @Test
    void saysWhatToInstallWhereNobodyCanBeAsked() throws Exception {
        pin("0".repeat(64), "file:///nowhere/jdk.tar.gz");
        Ending ending = sextant("--help");
        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err().lines())
                .singleElement()
                .asString()
                .contains("install a JDK 25")
                .contains("adoptium.net");
    }

    @Test
    void saysWhatToInstallWhereNoArchiveIsKnown() throws Exception {
        write(checkout.resolve("resources/jdk-25.pins"), "plan9-mips 25 0 file:///nowhere\n");
        environment.put("SEXTANT_FETCH_JDK", "yes");
        Ending ending = sextant("--help");
        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.err()).contains("none to fetch").contains("install a JDK 25");
    }

    @Test
    void saysWhatToInstallWithoutNetwork() throws Exception {
        pin("0".repeat(64), "file://" + world.resolve("unreachable.tar.gz"));
        environment.put("SEXTANT_FETCH_JDK", "yes");
        Ending ending = sextant("--help");
        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.err()).contains("no network?").contains("install a JDK 25");
        assertThat(fetched()).isEmpty();
    }

    @Test
    void fetchesThePinnedJdkOnceIntoTheCache() throws Exception {
        Path archive = archiveOfAJdk();
        pin(sha256(archive), "file://" + archive);
        environment.put("SEXTANT_FETCH_JDK", "yes");
        Path expected = home.resolve(".cache/sextant/jdk/25.0.3+9");
        assertThat(sextant("--java-home").out()).isEqualTo(expected + "\n");
        assertThat(home.resolve(".m2/jdks/sextant-25.0.3+9").toRealPath()).isEqualTo(expected);
        Files.delete(archive);
        Files.delete(home.resolve(".m2/jdks/sextant-25.0.3+9"));
        assertThat(sextant("--java-home").out()).isEqualTo(expected + "\n");
        assertThat(fetched()).containsExactly(expected);
    }

    @Test
    void throwsAwayADownloadThatIsNotWhatWasPinned() throws Exception {
        Path archive = archiveOfAJdk();
        pin(sha256(archive), "file://" + archive);
        Files.write(archive, new byte[] {1}, StandardOpenOption.APPEND);
        environment.put("SEXTANT_FETCH_JDK", "yes");
        Ending ending = sextant("--java-home");
        assertThat(ending.code()).isEqualTo(11);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err()).contains("not what was pinned");
        assertThat(fetched()).isEmpty();
    }

    @Test
    void saysHowToGetMaven() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        Ending ending = sextant("--help");
        assertThat(ending.code()).isEqualTo(12);
        assertThat(ending.err().lines()).singleElement().asString().contains("Maven is missing");
    }

    @Test
    void saysSoWhenTheBuildFailsAndTriesAgainNextTime() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        program(tools.resolve("mvn"), "echo called >> '" + world.resolve("mvn.log") + "'; exit 1");
        assertThat(sextant("--help").code()).isEqualTo(13);
        assertThat(sextant("--help").code()).isEqualTo(13);
        assertThat(world.resolve("mvn.log")).hasContent("called\ncalled");
    }

    @Test
    void startsMavenOnlyWhenSomethingChanged() throws Exception {
        Path jdk = fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        Path library = world.resolve("library.jar");
        write(library, "");
        fakeMaven(library);
        Ending first = sextant("state", "--json", "two words");
        assertThat(first.code()).isEqualTo(7);
        assertThat(first.out().lines().toList())
                .endsWith("io.sextant.app.Launcher", "state", "--json", "two words")
                .contains("@" + checkout.resolve("app/target/java.args"));
        sextant("--help");
        assertThat(builds()).containsExactly(jdk.toString());

        write(checkout.resolve("modules/domain/src/main/java/Price.java"), "class Price { int units; }");
        sextant("--help");
        assertThat(builds()).hasSize(2);

        Files.delete(checkout.resolve("app/src/main/java/Main.java"));
        sextant("--help");
        assertThat(builds()).hasSize(3);

        Files.delete(library);
        sextant("--help");
        assertThat(builds()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--data DIR", "--data=DIR", "--portable", "run", "--data DIR run --seed 5"})
    void namesThePackagesOfLibrariesThatTheWindowMisses(String line) throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        missTwoLibrariesOfTheWindow();
        Ending ending = sextant(words(line));
        assertThat(ending.code()).isEqualTo(14);
        assertThat(ending.err().lines()).singleElement().asString().contains("apt-get install libgtk-3-0 libgl1,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doctor",
                "run --headless",
                "run --for 1h",
                "--data DIR run --json",
                "--data DIR doctor",
                "--help",
                "run --help"
            })
    void needsNoLibrariesOfTheWindowWhereNoneOpens(String line) throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        missTwoLibrariesOfTheWindow();
        fakeMaven(world.resolve("library.jar"));
        assertThat(sextant(words(line)).code()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "'', window.jsa, true",
        "--data DIR, window.jsa, true",
        "--data=DIR run --headless, run.jsa, true",
        "--portable run --headless, run.jsa, true",
        "--data DIR tune, learning.jsa, true",
        "--data DIR doctor, command.jsa, false"
    })
    void startsEachKindOfRunWithWhatItNeeds(String line, String archive, boolean computesWithVectors) throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        fakeMaven(world.resolve("library.jar"));
        String said = sextant(words(line)).out();
        assertThat(said).contains("/" + archive);
        assertThat(said.contains("jdk.incubator.vector")).isEqualTo(computesWithVectors);
    }

    @Test
    void needsNoLibrariesOfTheWindowWithoutADisplay() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        program(tools.resolve("ldconfig"), "exit 0");
        Path library = world.resolve("library.jar");
        fakeMaven(library);
        assertThat(sextant().out().lines().toList()).endsWith("io.sextant.app.Launcher");
    }

    @Test
    void runsFromAnywhereAndThroughALink() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        Path library = world.resolve("library.jar");
        write(library, "");
        fakeMaven(library);
        Path link = home.resolve("sx");
        Files.createSymbolicLink(link, checkout.resolve("sextant"));
        Ending ending = run(home, link.toString(), "doctor");
        assertThat(ending.out().lines().toList()).endsWith("io.sextant.app.Launcher", "doctor");
    }
}
