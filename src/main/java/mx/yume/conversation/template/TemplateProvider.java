package mx.yume.conversation.template;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ChannelName;

/** Where templates are kept and approved. Doors implement it. */
public interface TemplateProvider {

    ChannelName channel();

    /** Whether it is configured. */
    boolean on();

    /** The accounts whose numbers Yume sends by. Fails when the provider does not say. */
    Uni<List<TemplateAccount>> accounts();

    /**
     * Gives the template to the provider, unless it has this text already: asked twice, it answers twice the same. Fails when nothing
     * was decided, and asking again may help.
     */
    Uni<Submission> submit(TemplateAccount account, Template template);

    /**
     * What has become of it.
     *
     * @param providerId as {@link #submit} said
     */
    Uni<Submission> standing(TemplateAccount account, Template template, Optional<String> providerId);
}
