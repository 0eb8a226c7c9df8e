package io.sextant.strategy.code;

import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Strategies from a Java file, a folder of them, or a jar. Each is loaded by a class loader of its own, so that two may hold classes of
 * one name, and a file that is read again is compiled again.
 *
 * <p>Nothing is fenced in: such code runs with all the rights of the workstation and can read files, open connections and stop the program. Only
 * its mistakes are kept apart.
 */
public final class OwnCode {

    private static final int MOST_FILES = 1_000;
    private static final String CLASS = ".class";

    private OwnCode() {}

    /** All strategies in it, or what is wrong with it. */
    public static List<Loaded> loadAll(Path source) {
        try {
            if (source.toString().endsWith(".jar")) {
                return ofJar(source);
            }
            if (!Compilation.isPossible()) {
                return List.of(
                        Loaded.broken(
                                0,
                                "this Java holds no compiler: compile the strategy with a JDK, put it into a jar and name that instead"));
            }
            Compilation compilation = Compilation.of(sources(source));
            return compilation.troubles().isEmpty()
                    ? found(compilation.classes().keySet().stream().sorted().toList(), loader(compilation.classes()))
                    : List.of(new Loaded.Broken(compilation.troubles()));
        } catch (IOException unreadable) {
            return List.of(Loaded.broken(0, source + " cannot be read: " + unreadable.getMessage()));
        }
    }

    private static List<Path> sources(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        try (Stream<Path> files = Files.walk(source)) {
            List<Path> found = files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .limit(MOST_FILES + 1)
                    .toList();
            if (found.isEmpty() || found.size() > MOST_FILES) {
                throw new IOException("a folder of a strategy holds 1 to " + MOST_FILES + " Java files");
            }
            return found;
        }
    }

    /** From memory; what it does not hold is asked of the workstation. */
    private static ClassLoader loader(Map<String, byte[]> classes) {
        return new ClassLoader("strategy", OwnCode.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    /** The loader stays open as long as a class of it lives: it reads more of the jar when that is needed. */
    @SuppressWarnings("resource")
    private static List<Loaded> ofJar(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(JarEntry::getName)
                    .filter(each ->
                            each.endsWith(CLASS) && !each.startsWith("META-INF/") && !each.endsWith("-info" + CLASS))
                    .map(each ->
                            each.substring(0, each.length() - CLASS.length()).replace('/', '.'))
                    .sorted()
                    .forEach(names::add);
        }
        return found(names, new URLClassLoader("strategy", new URL[] {url(jar)}, OwnCode.class.getClassLoader()));
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    private static List<Loaded> found(List<String> names, ClassLoader loader) {
        List<Loaded> found = new ArrayList<>();
        for (String name : names) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                if (StrategyKind.class.isAssignableFrom(type)
                        && !Modifier.isAbstract(type.getModifiers())
                        && Modifier.isPublic(type.getModifiers())) {
                    found.add(made(type));
                }
            } catch (ClassNotFoundException | LinkageError missing) {
                found.add(Loaded.broken(0, name + " cannot be loaded: " + missing));
            }
        }
        return found.isEmpty()
                ? List.of(Loaded.broken(0, "no public class in it implements " + StrategyKind.class.getName()))
                : found;
    }

    /** Whatever it throws while it is made is its own trouble. */
    private static Loaded made(Class<?> type) {
        try {
            StrategyKind kind = (StrategyKind) type.getConstructor().newInstance();
            return new Loaded.Ready(new GuardedKind(kind));
        } catch (NoSuchMethodException none) {
            return Loaded.broken(0, type.getName() + " has no public constructor without parameters");
        } catch (InvocationTargetException thrown) {
            return Loaded.broken(0, type.getName() + " fails when it is made: " + thrown.getCause());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError wrong) {
            return Loaded.broken(0, type.getName() + " cannot be made: " + wrong);
        }
    }
}
