/** What administrators of the installation ask for at the central number, by commands that no model hears. */
@NullMarked
package mx.yume.assistant.admin;

import org.jspecify.annotations.NullMarked;
