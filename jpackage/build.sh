#!/usr/bin/env bash
# Makes an application image with its own Java, and on Debian a .deb, under jpackage/target.
#
#   jpackage/build.sh [--image-only] [--no-cache] [--skip-build]
#
# --image-only  no .deb          --no-cache  no ahead-of-time cache (smaller, slower to start)
# --skip-build  package what mvn has built already
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

deb=yes cache=yes build=yes
for option in "$@"; do
    case $option in
        --image-only) deb=no ;;
        --no-cache) cache=no ;;
        --skip-build) build=no ;;
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
    mvn -B -q -pl app -am package -Dmaven.test.skip=true -Dspotless.check.skip=true
fi

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
main_jar=$(basename "$(find app/target -maxdepth 1 -name 'sextant-app-*.jar' | head -n 1)")

cat >"$out/command-line.properties" <<'PROPERTIES'
main-class=io.sextant.app.Launcher
description=Sextant on the command line
linux-shortcut=false
win-console=true
PROPERTIES

modules=java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting
modules+=,java.sql,java.transaction.xa,java.xml,jdk.jfr,jdk.management,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.localedata
modules+=,jdk.incubator.vector

common=(
    --name Sextant
    --app-version "$version"
    --vendor Sextant
    --description 'A trading workstation that predicts, decides, checks, executes and explains'
    --copyright 'Apache License 2.0'
    --icon resources/icons/sextant-512.png
)

"$JAVA_HOME/bin/jpackage" --type app-image --dest "$out" "${common[@]}" \
    --input "$input" \
    --main-jar "$main_jar" \
    --main-class io.sextant.app.Launcher \
    --add-launcher "sextant-cli=$out/command-line.properties" \
    --add-modules "$modules" \
    --jlink-options '--strip-debug --no-header-files --no-man-pages --compress zip-6' \
    --java-options '--enable-native-access=ALL-UNNAMED' \
    --java-options '--sun-misc-unsafe-memory-access=allow' \
    --java-options '--add-modules=jdk.incubator.vector'

# The cache knows the class path by heart and does not notice a changed jar: it is made here, from these jars, and nowhere else.
if [[ $cache == yes ]]; then
    library=$image/lib
    trained=
    for jar in $(sed -n 's|^app.classpath=\$APPDIR/||p' "$library/app/Sextant.cfg"); do
        trained+=${trained:+:}$library/app/$jar
    done
    train=("$library/runtime/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
        --add-modules=jdk.incubator.vector)
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
    "${train[@]}" -XX:AOTCacheOutput="$library/app/command.aot" -cp "$trained" \
        io.sextant.app.Launcher --data "$scratch/command" run --headless --for 2s >/dev/null
    printf 'java-options=-XX:AOTCache=$APPDIR/command.aot\n' >"$out/command.options"
    sed -i "/^\[JavaOptions\]/r $out/command.options" "$library/app/sextant-cli.cfg"
fi
du -sh "$image"

if [[ $deb == yes ]] && command -v dpkg-deb >/dev/null; then
    "$JAVA_HOME/bin/jpackage" --type deb --dest "$out" "${common[@]}" \
        --app-image "$image" \
        --linux-package-name sextant \
        --linux-menu-group Finance \
        --linux-shortcut \
        --linux-package-deps 'libgtk-3-0, libpangoft2-1.0-0, libgl1, libxtst6, libxxf86vm1, libgomp1' \
        --license-file LICENSE
    ls -l "$out"/*.deb
fi
