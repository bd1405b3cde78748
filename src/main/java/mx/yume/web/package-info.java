/** The door for people with a browser: signing in, and the dashboard. */
@NullMarked
package mx.yume.web;

import org.jspecify.annotations.NullMarked;
