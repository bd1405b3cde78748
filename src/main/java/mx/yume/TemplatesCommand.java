package mx.yume;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.template.TemplateState;
import mx.yume.conversation.template.TemplateState.Progress;
import mx.yume.conversation.template.Templates;

/** {@code java -jar quarkus-run.jar templates submit|status}: for an operator, at a terminal. */
@ApplicationScoped
class TemplatesCommand {

    /** Ten templates of an account take seconds; an installation may have many accounts. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    enum Verb {
        SUBMIT, STATUS
    }

    private final Templates templates;

    TemplatesCommand(Templates templates) {
        this.templates = templates;
    }

    /** Empty for anything else. */
    static Optional<Verb> read(String word) {
        return word.equals("submit") ? Optional.of(Verb.SUBMIT)
                : word.equals("status") ? Optional.of(Verb.STATUS) : Optional.empty();
    }

    Command.Result run(Verb verb) {
        if (!templates.on()) {
            return new Command.Result("Neither Twilio nor Meta is configured: there is nobody to submit templates to.", false);
        }
        Uni<List<TemplateState>> states = switch (verb) {
            case SUBMIT -> templates.submit();
            case STATUS -> templates.all();
        };
        return states.map(found -> new Command.Result(table(found), found.stream().allMatch(TemplatesCommand::underWay)))
                .onFailure().recoverWithItem(failure -> new Command.Result("The provider was not reached: " + failure, false))
                .await().atMost(LONGEST);
    }

    private static boolean underWay(TemplateState state) {
        return state.progress() == Progress.SUBMITTED || state.progress() == Progress.APPROVED;
    }

    static String table(List<TemplateState> states) {
        return states.stream().map(state -> "%-7s %-36s %-26s %-13s %s".formatted(state.channel().sql(), state.account(),
                state.template().id(), state.progress().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                state.reason().orElse("")).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
