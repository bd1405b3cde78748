package mx.yume.conversation.template;

import java.util.Optional;

import mx.yume.conversation.ChannelName;

/**
 * How far a template has come for one account.
 *
 * @param reason of the provider, or why it could not be submitted
 */
public record TemplateState(ChannelName channel, String account, Template template, Progress progress,
        Optional<String> reason) {

    public enum Progress {
        NOT_SUBMITTED,
        /** Its text is another since: it has to be submitted again. */
        OUTDATED,
        /** Somebody asked for it to be submitted. */
        WANTED, SUBMITTED, APPROVED, REJECTED, PAUSED
    }
}
