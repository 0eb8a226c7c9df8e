package io.sextant.ui.testing;

import io.sextant.ui.i18n.Language;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Gives a test of a panel its language. The tests of a class take turns, so that each panel is worked in every language without doing all of it
 * in each; a class with fewer tests than languages has all languages in each. With {@code -Dsextant.languages=all} every test has.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(LanguageInTurn.Turns.class)
public @interface LanguageInTurn {

    /** Whose turn it is. */
    final class Turns implements ArgumentsProvider {

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            Language[] languages = Language.values();
            List<String> tests = Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(LanguageInTurn.class))
                    .map(Method::getName)
                    .sorted()
                    .toList();
            if (tests.size() < languages.length
                    || System.getProperty("sextant.languages", "in turn").equals("all")) {
                return Arrays.stream(languages).map(Arguments::of);
            }
            int turn = tests.indexOf(context.getRequiredTestMethod().getName());
            return Stream.of(Arguments.of(languages[turn % languages.length]));
        }
    }
}
