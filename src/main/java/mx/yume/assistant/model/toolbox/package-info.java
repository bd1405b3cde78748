/** What the model may use in one turn, between its JSON and the tools that both assistants share. */
@NullMarked
package mx.yume.assistant.model.toolbox;

import org.jspecify.annotations.NullMarked;
