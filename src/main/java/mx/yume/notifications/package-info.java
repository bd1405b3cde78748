/** What people are told because something happened: reacts to facts, sends nothing itself. */
@NullMarked
package mx.yume.notifications;

import org.jspecify.annotations.NullMarked;
