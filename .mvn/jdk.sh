# Sourced by mvnw before anything else: picks a JDK 25 or newer, and makes `verify` the strict build.
# JAVA_HOME wins when it is new enough; otherwise the newest JDK under the usual folders.

yume_jdk_major() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

yume_pick_jdk() {
  yume_best=""
  yume_best_major=24
  for yume_home in "${JAVA_HOME-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    yume_major=$(yume_jdk_major "$yume_home") || continue
    [ -n "$yume_major" ] || continue
    if [ "$yume_home" = "${JAVA_HOME-}" ] && [ "$yume_major" -ge 25 ]; then
      yume_best=$yume_home
      break
    fi
    if [ "$yume_major" -gt "$yume_best_major" ]; then
      yume_best=$yume_home
      yume_best_major=$yume_major
    fi
  done
  if [ -z "$yume_best" ]; then
    echo "Yume needs a JDK 25 or newer: install one (for example Temurin 25, https://adoptium.net) or point JAVA_HOME at it." >&2
    exit 1
  fi
  JAVA_HOME=$yume_best
  export JAVA_HOME
}

yume_pick_jdk

case " $* " in
*" verify "* | *" install "*)
  MAVEN_ARGS="${MAVEN_ARGS-} -Pstrict"
  export MAVEN_ARGS
  ;;
esac
