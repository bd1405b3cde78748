package mx.yume.conversation.template;

import io.smallrye.mutiny.Uni;

/** Hears what providers decide about templates. Every bean of it is told, possibly twice and in any order. */
public interface TemplateNews {

    /** Fails when it could not be kept: the provider is asked to tell it again. */
    Uni<Void> heard(TemplateVerdict verdict);
}
