package mx.yume.conversation.template;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.template.TemplateRows.Due;
import mx.yume.platform.Sweep;

/** Asks providers what they decided: news of it may never come, and of Twilio's templates none do. */
@ApplicationScoped
class TemplatePolling implements Sweep {

    private static final Logger LOG = Logger.getLogger(TemplatePolling.class);

    private final TemplateRows rows;
    private final List<TemplateProvider> providers;

    TemplatePolling(TemplateRows rows, @All List<TemplateProvider> providers) {
        this.rows = rows;
        this.providers = List.copyOf(providers);
    }

    @Override
    public String name() {
        return "template-approval";
    }

    @Override
    public String purpose() {
        return "asks providers what became of templates that were submitted, once a day of those that were approved";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        if (providers.stream().noneMatch(TemplateProvider::on)) {
            return Uni.createFrom().item(0);
        }
        return rows.due(now).chain(due -> Multi.createFrom()
                .iterable(providers.stream().filter(TemplateProvider::on).toList()).onItem()
                .transformToUni(provider -> ask(provider,
                        due.stream().filter(it -> it.key().channel() == provider.channel()).toList()))
                .concatenate().collect().asList())
                .map(asked -> asked.stream().mapToInt(Integer::intValue).sum());
    }

    private Uni<Integer> ask(TemplateProvider provider, List<Due> due) {
        return due.isEmpty() ? Uni.createFrom().item(0)
                : provider.accounts().map(accounts -> accounts.stream()
                        .collect(Collectors.toMap(TemplateAccount::id, Function.identity())))
                        .chain(accounts -> Multi.createFrom().iterable(due).onItem()
                                .transformToUni(it -> ask(provider, accounts, it)).concatenate().collect().asList())
                        .map(List::size);
    }

    private Uni<Boolean> ask(TemplateProvider provider, Map<String, TemplateAccount> accounts, Due due) {
        var account = accounts.get(due.key().account());
        return account == null ? Uni.createFrom().item(false)
                : provider.standing(account, due.key().template(), due.providerId())
                        .chain(found -> rows.decided(due.key(), found.standing(), found.reason())).replaceWith(true)
                        // The next look asks again.
                        .onFailure().recoverWithItem(failure -> {
                            LOG.warnf("What became of template %s is not known: %s", due.key().template().id(),
                                    failure.toString());
                            return false;
                        });
    }
}
