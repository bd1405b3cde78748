package mx.yume.conversation.template;

import java.util.Optional;

/**
 * What a provider says of a template that it was given.
 *
 * @param providerId what it is sent by; empty where that is its name
 * @param reason why it may not be sent, in the provider's words
 */
public record Submission(Optional<String> providerId, TemplateVerdict.Standing standing, Optional<String> reason) {}
