/** Tests of what an operator installs: the files for Kubernetes, systemd, Render and Fly, read as those read them. */
@NullMarked
package mx.yume.deploy;

import org.jspecify.annotations.NullMarked;
