package mx.yume.assistant.admin;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.business.Slugs;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.numbers.Giving;
import mx.yume.business.numbers.Pending;
import mx.yume.conversation.AdminCommand;
import mx.yume.conversation.AdminCommand.Assign;
import mx.yume.conversation.AdministratorTurn;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Reply;
import mx.yume.conversation.outbox.FailedMessages;
import mx.yume.conversation.template.TemplateState;
import mx.yume.conversation.template.Templates;

/** Does what administrators ask for. Said twice, each command does the same once. */
@ApplicationScoped
public class AdministratorDesk {

    /** What was offered before stays as it was. */
    private static final String ASSISTANT = "fixed";
    /** Of one message, with room for what ends it. */
    private static final int MOST_CHARACTERS = 3500;
    private static final int END_OF_ACCOUNT = 6;

    private final Templates templates;
    private final FailedMessages failures;
    private final Pending pending;
    private final BusinessNumbers numbers;
    private final Slugs slugs;
    private final AdministratorTexts texts;

    AdministratorDesk(Templates templates, FailedMessages failures, Pending pending, BusinessNumbers numbers, Slugs slugs,
            AdministratorTexts texts) {
        this.templates = templates;
        this.failures = failures;
        this.pending = pending;
        this.numbers = numbers;
        this.slugs = slugs;
        this.texts = texts;
    }

    public Uni<Reply> answer(AdministratorTurn turn) {
        turn.progress().trace("administration", turn.command().getClass().getSimpleName(), 0);
        return said(turn).map(text -> new Reply(List.of(new Text(text)), ASSISTANT));
    }

    private Uni<String> said(AdministratorTurn turn) {
        return switch (turn.command()) {
            case AdminCommand.Templates _ -> orSilent(turn, templates.all().map(this::templates));
            case AdminCommand.SubmitTemplates _ -> orSilent(turn, templates.request()
                    .map(accounts -> accounts == 0 ? texts.noProvider() : texts.submitting(accounts)));
            case AdminCommand.PendingNumbers _ -> pending.list().chain(waiting -> pending(turn, waiting));
            case Assign assign -> slugs.find(assign.slug()).chain(business -> business.isEmpty()
                    ? Uni.createFrom().item(texts.noBusiness(assign.slug()))
                    : numbers.give(business.orElseThrow(), assign.number()).map(giving -> given(assign, giving)));
            case AdminCommand.FailedMessages _ -> failures.list().map(overview -> failed(turn, overview));
            case AdminCommand.Retry(var id) -> failures.retry(id)
                    .map(count -> count == 0 ? texts.noneRetried() : texts.retried(count));
        };
    }

    /** A provider has to be asked for its accounts. */
    private Uni<String> orSilent(AdministratorTurn turn, Uni<String> said) {
        return said.onFailure().recoverWithItem(failure -> {
            turn.progress().trace("failure", failure.toString(), 0);
            return texts.providerSilent();
        });
    }

    private String templates(List<TemplateState> states) {
        if (states.isEmpty()) {
            return texts.noProvider();
        }
        var lines = new ArrayList<String>();
        var account = "";
        for (var state : states) {
            if (!state.account().equals(account)) {
                account = state.account();
                lines.add(texts.templates(state.channel().sql(), "…" + end(account)));
            }
            lines.add(line(state));
        }
        return cut(lines);
    }

    private static String end(String account) {
        return account.substring(Math.max(0, account.length() - END_OF_ACCOUNT));
    }

    private String line(TemplateState state) {
        var name = state.template().id();
        return switch (state.progress()) {
            case APPROVED -> texts.approved(name);
            case SUBMITTED -> texts.submitted(name);
            case WANTED -> texts.wanted(name);
            case PAUSED -> texts.paused(name);
            case REJECTED -> texts.rejected(name, state.reason().orElse("")).strip();
            case NOT_SUBMITTED -> texts.notSubmitted(name);
            case OUTDATED -> texts.outdated(name);
        };
    }

    private Uni<String> pending(AdministratorTurn turn, List<Pending.Waiting> waiting) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().item(texts.nobodyWaits());
        }
        return slugs.of(waiting.stream().map(Pending.Waiting::organization).toList()).map(known -> {
            var lines = new ArrayList<String>();
            lines.add(texts.waiting());
            waiting.forEach(each -> lines.add(texts.waits(each.business(), known.getOrDefault(each.organization(), ""),
                    SpanishWriter.date(each.requested().atZone(turn.zone()).toLocalDate()))));
            return cut(lines) + "\n\n" + texts.howToAssign();
        });
    }

    private String given(Assign assign, Giving giving) {
        var number = assign.number().e164();
        return switch (giving) {
            case Giving.Given _ -> texts.given(number, assign.slug());
            case Giving.HasIt _ -> texts.hadIt(number, assign.slug());
            case Giving.Taken _ -> texts.taken(number);
            case Giving.UnderWay _ -> texts.underWay(assign.slug());
        };
    }

    private String failed(AdministratorTurn turn, FailedMessages.Overview overview) {
        if (overview.newest().isEmpty()) {
            return texts.noneFailed();
        }
        var lines = new ArrayList<String>();
        lines.add(texts.failed(overview.count()));
        overview.newest().forEach(each -> lines.add(texts.failure(each.id(),
                SpanishWriter.dateTime(each.when().atZone(turn.zone())), each.business(), why(each.error()))));
        return cut(lines) + "\n\n" + texts.howToRetry();
    }

    /** A provider's sentence may name the person's phone, and is not Spanish: its code says enough. */
    private String why(String error) {
        var first = error.split(" ", 2)[0];
        if (first.matches("\\d{1,6}")) {
            return texts.code(first);
        }
        if (error.startsWith("window closed")) {
            return texts.windowClosed();
        }
        return error.startsWith("template ") ? texts.noTemplate() : texts.unknownFailure();
    }

    private String cut(List<String> lines) {
        var text = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            if (text.length() + lines.get(at).length() > MOST_CHARACTERS) {
                return text.append('\n').append(texts.more(lines.size() - at)).toString();
            }
            text.append(at == 0 ? "" : "\n").append(lines.get(at));
        }
        return text.toString();
    }
}
