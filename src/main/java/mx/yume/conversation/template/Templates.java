package mx.yume.conversation.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.template.TemplateState.Progress;

/** Gets the templates approved: gives them to every provider that is on, for each of its accounts, and keeps what it says. */
@ApplicationScoped
public class Templates implements TemplateNews {

    private static final Logger LOG = Logger.getLogger(Templates.class);

    private final TemplateRows rows;
    private final TemplateJobs jobs;
    private final List<TemplateProvider> providers;

    Templates(TemplateRows rows, TemplateJobs jobs, @All List<TemplateProvider> providers) {
        this.rows = rows;
        this.jobs = jobs;
        this.providers = List.copyOf(providers);
    }

    /** Whether there is anybody to give them to. */
    public boolean on() {
        return providers.stream().anyMatch(TemplateProvider::on);
    }

    /**
     * Asks for all that are not there with the text of today to be submitted; whoever works on the jobs does it.
     *
     * @return to how many accounts
     */
    public Uni<Integer> request() {
        return everywhere((provider, account) -> rows.want(provider.channel(), account.id())
                .chain(() -> jobs.add(provider.channel(), account.id())).replaceWith(1))
                .map(asked -> asked.stream().mapToInt(Integer::intValue).sum());
    }

    /** The same, done here and now, one after the other. Asked again, it goes on with those that are left. */
    public Uni<List<TemplateState>> submit() {
        return everywhere((provider, account) -> rows.want(provider.channel(), account.id())
                .chain(() -> submitWanted(provider, account))).chain(this::all);
    }

    /** Every template of every account, whether it was submitted or not. */
    public Uni<List<TemplateState>> all() {
        return everywhere((provider, account) -> Uni.createFrom().item(Arrays.stream(Template.values())
                .map(template -> new TemplateRows.Key(provider.channel(), account.id(), template)).toList()))
                .chain(keys -> rows.all().map(known -> keys.stream().flatMap(List::stream)
                        .map(key -> known.getOrDefault(key, new TemplateState(key.channel(), key.account(), key.template(),
                                Progress.NOT_SUBMITTED, Optional.empty())))
                        .toList()));
    }

    @Override
    public Uni<Void> heard(TemplateVerdict verdict) {
        var template = Template.ofId(verdict.name()).filter(it -> verdict.language().equals(Template.LANGUAGE));
        return template
                .map(it -> rows.decided(new TemplateRows.Key(verdict.channel(), verdict.account(), it), verdict.standing(),
                        verdict.reason()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** @return whether nothing is left */
    Uni<Boolean> submitWanted(TemplateProvider provider, TemplateAccount account) {
        return rows.wanted(provider.channel(), account.id())
                .chain(wanted -> Multi.createFrom().iterable(wanted).onItem()
                        .transformToUni(template -> submit(provider, account, template)).concatenate().collect().asList())
                .map(done -> !done.contains(false));
    }

    private Uni<Boolean> submit(TemplateProvider provider, TemplateAccount account, Template template) {
        var key = new TemplateRows.Key(provider.channel(), account.id(), template);
        return provider.submit(account, template).chain(submission -> rows.submitted(key, submission)).replaceWith(true)
                // It stays wanted, and the row says why.
                .onFailure().recoverWithUni(failure -> {
                    LOG.warnf("Template %s could not be submitted: %s", template.id(), failure.toString());
                    return rows.notYet(key, Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString))
                            .replaceWith(false);
                });
    }

    @FunctionalInterface
    private interface Each<T> {
        Uni<T> of(TemplateProvider provider, TemplateAccount account);
    }

    /** One account after the other: nobody is in a hurry, and providers count requests. */
    private <T> Uni<List<T>> everywhere(Each<T> each) {
        return Multi.createFrom().iterable(providers.stream().filter(TemplateProvider::on).toList()).onItem()
                .transformToMulti(provider -> provider.accounts().onItem().transformToMulti(accounts -> Multi.createFrom()
                        .iterable(accounts).onItem().transformToUni(account -> each.of(provider, account)).concatenate()))
                .concatenate().collect().asList();
    }
}
