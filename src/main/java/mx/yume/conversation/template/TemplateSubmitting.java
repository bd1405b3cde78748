package mx.yume.conversation.template;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import mx.yume.platform.Job;
import mx.yume.platform.OutsideJob;

/** Submits what is wanted of one account. What is left is tried again with its job. */
@ApplicationScoped
class TemplateSubmitting implements OutsideJob {

    private final Templates templates;
    private final TemplateJobs jobs;
    private final List<TemplateProvider> providers;

    TemplateSubmitting(Templates templates, TemplateJobs jobs, @All List<TemplateProvider> providers) {
        this.templates = templates;
        this.jobs = jobs;
        this.providers = List.copyOf(providers);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(TemplateJobs.KIND);
    }

    @Override
    public Uni<Outcome> work(Job job) {
        var wanted = jobs.read(job.payload());
        var provider = providers.stream().filter(it -> it.channel() == wanted.channel() && it.on()).findFirst();
        return provider.map(it -> it.accounts().chain(accounts -> accounts.stream()
                .filter(account -> account.id().equals(wanted.account())).findFirst()
                .map(account -> templates.submitWanted(it, account)).orElseGet(() -> Uni.createFrom().item(true))))
                .orElseGet(() -> Uni.createFrom().item(true))
                .map(nothingLeft -> {
                    if (!nothingLeft) {
                        throw new IllegalStateException(
                                "Templates of " + wanted.account() + " are left, see template_approval");
                    }
                    return Outcome.nothing();
                });
    }
}
