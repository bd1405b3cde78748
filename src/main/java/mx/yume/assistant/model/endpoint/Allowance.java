package mx.yume.assistant.model.endpoint;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.conversation.AssistedTurn;
import mx.yume.conversation.spending.ModelUse;
import mx.yume.conversation.spending.Spending;
import mx.yume.conversation.spending.Spent;
import mx.yume.platform.OrganizationId;

/** What a turn may still cost, and what it did. Its day is that of where the person is. */
@ApplicationScoped
public class Allowance {

    private final ModelConfig config;
    private final Spending spending;
    private final ModelWatch watch;

    Allowance(ModelConfig config, Spending spending, ModelWatch watch) {
        this.config = config;
        this.spending = spending;
        this.watch = watch;
    }

    /** Fails with {@link ModelFailed} when nothing is left. */
    public Uni<Void> check(AssistedTurn turn) {
        return check(turn, ModelUse.NOTHING);
    }

    /** @param more what is about to be used, as far as it can be told before */
    public Uni<Void> check(AssistedTurn turn, ModelUse more) {
        var organization = turn.key().organization();
        return spending.today(organization, turn.person().id(), day(turn)).map(spent -> with(spent, more.microDollars()))
                .invoke(spent -> Budget.exceeded(config.budget(), spent, organization.equals(OrganizationId.YUME))
                        .ifPresent(whose -> {
                            throw new ModelFailed(Reason.OVER_BUDGET, whose);
                        }))
                .replaceWithVoid();
    }

    public Uni<Void> charge(AssistedTurn turn, ModelUse use) {
        watch.used(use);
        return spending.record(turn.key(), turn.person().id(), day(turn), use);
    }

    private static Spent with(Spent spent, long more) {
        return new Spent(spent.bySender() + more, spent.byBusiness() + more, spent.inAll() + more);
    }

    private static LocalDate day(AssistedTurn turn) {
        return turn.now().atZone(turn.zone()).toLocalDate();
    }
}
