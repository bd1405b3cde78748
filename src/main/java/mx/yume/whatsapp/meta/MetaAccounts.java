package mx.yume.whatsapp.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.platform.OrganizationId;

/**
 * To which WhatsApp Business Account a number belongs: its templates are the account's. Asked of Meta, since what is configured is
 * a token, and remembered, since a number does not change its account without being connected anew.
 */
@ApplicationScoped
public class MetaAccounts {

    private static final String MANAGES = "whatsapp_business_management";
    private static final int MOST_NUMBERS = 200;

    private final MetaTokens tokens;
    private final MetaGraph graph;
    private final MetaConfig config;
    private final ObjectMapper json;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    MetaAccounts(MetaTokens tokens, @RestClient MetaGraph graph, MetaConfig config, ObjectMapper json) {
        this.tokens = tokens;
        this.graph = graph;
        this.config = config;
        this.json = json;
    }

    /** Fails when Meta does not say; empty when there is no token to ask with. */
    public Uni<Optional<String>> of(OrganizationId organization, String phoneNumberId) {
        var account = known.get(phoneNumberId);
        if (account != null) {
            return Uni.createFrom().item(Optional.of(account));
        }
        return tokens.token(organization, phoneNumberId).chain(token -> token.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : asked(phoneNumberId, token.orElseThrow()).invoke(found -> known.put(phoneNumberId, found))
                        .map(Optional::of));
    }

    private Uni<String> asked(String phoneNumberId, String token) {
        var bearer = MetaTokens.bearer(token);
        return graph.inspect(bearer, token).map(answer -> accounts(MetaAnswer.read(json, answer)))
                .chain(accounts -> Multi.createFrom().iterable(accounts).onItem()
                        .transformToUni(account -> has(account, phoneNumberId, bearer)
                                .map(has -> has ? Optional.of(account) : Optional.<String>empty()))
                        .concatenate().filter(Optional::isPresent).toUni())
                .ifNoItem().after(config.timeout()).fail()
                .map(found -> {
                    if (found == null) {
                        throw new IllegalStateException("Meta names no account of the number " + phoneNumberId);
                    }
                    return found.orElseThrow();
                });
    }

    private static List<String> accounts(MetaAnswer answer) {
        var accounts = new ArrayList<String>();
        for (var scope : answer.body().path("data").path("granular_scopes")) {
            if (MANAGES.equals(scope.path("scope").asText())) {
                scope.path("target_ids").forEach(id -> accounts.add(id.asText()));
            }
        }
        return List.copyOf(accounts);
    }

    private Uni<Boolean> has(String account, String phoneNumberId, String bearer) {
        return graph.numbers(account, bearer, "id", MOST_NUMBERS).map(answer -> {
            for (var number : MetaAnswer.read(json, answer).body().path("data")) {
                if (phoneNumberId.equals(number.path("id").asText())) {
                    return true;
                }
            }
            return false;
        });
    }
}
