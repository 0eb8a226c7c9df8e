#!/usr/bin/env bash
# Makes an application image with its own Java, and of it a package for this system, under jpackage/target: a .deb where
# dpkg-deb is, an .rpm where rpmbuild is, a .dmg on macOS, an .msi on Windows (Git Bash, with WiX). Options of each kind lie
# beside this script.
#
#   jpackage/build.sh [--image-only] [--no-cache] [--skip-build] [--keep-image] [--deb-only]
#
# --image-only  no package       --no-cache    no ahead-of-time cache (smaller, slower to start)
# --skip-build  package what mvn has built already
# --keep-image  only packages, of the image that was made before   --deb-only  no .rpm, where both could be made
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

package=yes cache=yes build=yes keep=no rpm=yes
for option in "$@"; do
    case $option in
        --image-only) package=no ;;
        --no-cache) cache=no ;;
        --skip-build) build=no ;;
        --keep-image) build=no keep=yes ;;
        --deb-only) rpm=no ;;
        *)
            printf 'jpackage/build.sh: unknown option %s\n' "$option" >&2
            exit 2
            ;;
    esac
done

JAVA_HOME=$(./sextant --java-home)
out=jpackage/target
input=$out/input
image=$out/Sextant
# Application versions of packages have no suffix; what is not released is 0.
version=$(sed -n 's|^  <version>\([0-9.]*\).*|\1|p' pom.xml | head -n 1)

if [[ $build == yes ]]; then
    # Tests of crashes are runs of their own and ask for their own leave.
    mvn -B -q -pl app -am package -Dmaven.test.skip=true -Dsextant.skip.crash=true -Dsextant.skip.packaged=true -Dspotless.check.skip=true
fi

modules=java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting
modules+=,java.sql,java.transaction.xa,java.xml,jdk.jfr,jdk.management,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.localedata
modules+=,jdk.incubator.vector

case $(uname -s) in
    Darwin) icon=resources/icons/sextant.icns ;;
    MINGW* | MSYS* | CYGWIN*) icon=resources/icons/sextant.ico ;;
    *) icon=resources/icons/sextant-512.png ;;
esac

common=(
    --name Sextant
    --app-version "$version"
    --vendor Sextant
    --description 'A trading workstation that predicts, decides, checks, executes and explains'
    --copyright 'Apache License 2.0'
    --icon "$icon"
)

# A style sheet is read faster where its binary form lies beside it; the text stays, for whoever wants to know.
read_styles() {
    sheets=$out/sheets
    for jar in "$input"/sextant-ui-*.jar "$input"/bento-fx-*.jar; do
        mkdir "$sheets"
        (cd "$sheets" && "$JAVA_HOME/bin/jar" --extract --file "../input/$(basename "$jar")")
        while IFS= read -r sheet; do
            "$JAVA_HOME/bin/java" -cp "$input/*" com.sun.javafx.css.parser.Css2Bin "$sheet" "${sheet%.css}.bss"
        done < <(find "$sheets" -name '*.css')
        find "$sheets" -type f ! -name '*.bss' -delete
        "$JAVA_HOME/bin/jar" --update --file "$jar" -C "$sheets" .
        rm -rf "$sheets"
    done
}

make_image() {
    rm -rf "$out"
    mkdir -p "$input"
    class_path=$(sed -n 's/^"\(.*\)"$/\1/p' app/target/java.args)
    IFS=: read -ra entries <<<"$class_path"
    jars=()
    for entry in "${entries[@]}"; do
        if [[ -d $entry ]]; then
            module=$(dirname "$(dirname "$entry")")
            entry=$(find "$module/target" -maxdepth 1 -name 'sextant-*.jar' ! -name '*-tests.jar' | head -n 1)
        fi
        cp "$entry" "$input/"
        jars+=("$(basename "$entry")")
    done
    cp LICENSE NOTICE "$input/"
    read_styles
    main_jar=$(basename "$(find app/target -maxdepth 1 -name 'sextant-app-*.jar' | head -n 1)")

    # Commands train networks and want vectors. The window never does, and a JVM that resolves a module that it would not by itself
    # leaves everything aside that its cache holds linked: three thousand lambdas are made anew at each start then.
    flags=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xlog:disable -Xlog:all=error:stderr)
    # Where this build may ask for newer versions, once its reader wants that; nowhere unless a packager says.
    if [[ -n ${SEXTANT_UPDATE_ADDRESS:-} ]]; then
        flags+=("-Dsextant.update.address=$SEXTANT_UPDATE_ADDRESS")
    fi
    printf '%s\n' main-class=io.sextant.app.Launcher 'description=Sextant on the command line' linux-shortcut=false \
        win-console=true "java-options=${flags[*]} --add-modules=jdk.incubator.vector" >"$out/command-line.properties"

    options=()
    for flag in "${flags[@]}"; do
        options+=(--java-options "$flag")
    done
    "$JAVA_HOME/bin/jpackage" --type app-image --dest "$out" "${common[@]}" \
        --input "$input" \
        --main-jar "$main_jar" \
        --main-class io.sextant.app.Launcher \
        --add-launcher "sextant-cli=$out/command-line.properties" \
        --add-modules "$modules" \
        --jlink-options '--strip-debug --no-header-files --no-man-pages --compress zip-6' \
        "${options[@]}"
    # The cache knows its jars by size and time, and packing a package loses the time: one for all, which postinst sets again.
    find "$image/lib/app" -name '*.jar' -exec touch -d 2026-01-01T00:00:00Z {} +
}

# The cache knows the class path by heart and does not notice a changed jar: it is made here, from these jars, and nowhere else.
train_cache() {
    library=$image/lib
    trained=
    for jar in $(sed -n 's|^app.classpath=\$APPDIR/||p' "$library/app/Sextant.cfg"); do
        trained+=${trained:+:}$library/app/$jar
    done
    train=("$library/runtime/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
    commands=("${train[@]}" --add-modules=jdk.incubator.vector)
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    window=()
    if command -v xvfb-run >/dev/null; then
        window=(xvfb-run --auto-servernum)
    fi
    if [[ -n ${DISPLAY:-} || ${#window[@]} -gt 0 ]]; then
        "${window[@]}" "${train[@]}" -XX:AOTCacheOutput="$library/app/window.aot" -Dprism.order=sw -cp "$trained" \
            io.sextant.app.Launcher --data "$scratch/window" run --exit-when-ready
        printf 'java-options=-XX:AOTCache=$APPDIR/window.aot\n' >"$out/window.options"
        sed -i "/^\[JavaOptions\]/r $out/window.options" "$library/app/Sextant.cfg"
    fi
    "${commands[@]}" -XX:AOTCacheOutput="$library/app/command.aot" -cp "$trained" \
        io.sextant.app.Launcher --data "$scratch/command" run --headless --for 2s >/dev/null
    printf 'java-options=-XX:AOTCache=$APPDIR/command.aot\n' >"$out/command.options"
    sed -i "/^\[JavaOptions\]/r $out/command.options" "$library/app/sextant-cli.cfg"
}

if [[ $keep == no ]]; then
    make_image
    if [[ $cache == yes ]]; then
        train_cache
    fi
fi
du -sh "$image"

# What kind of package, if this machine can make it.
make_package() {
    "$JAVA_HOME/bin/jpackage" --type "$1" --dest "$out" "${common[@]}" \
        --app-image "$image" \
        --license-file LICENSE \
        --file-associations jpackage/associations/workspace.properties \
        --file-associations jpackage/associations/prices.properties \
        "@jpackage/$1.options"
    ls -l "$out"/*."$1"
}

if [[ $package == yes ]]; then
    case $(uname -s) in
        Darwin) make_package dmg ;;
        MINGW* | MSYS* | CYGWIN*) make_package msi ;;
        *)
            if command -v dpkg-deb >/dev/null; then make_package deb; fi
            if [[ $rpm == yes ]] && command -v rpmbuild >/dev/null; then make_package rpm; fi
            ;;
    esac
fi
