package mx.yume.web.schedule;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Gate;

/** Says no before a stream begins: its status is gone with its first byte, and a browser that is told 401 does not ask again. */
public class SignedInFirst {

    private final Gate gate;

    SignedInFirst(Gate gate) {
        this.gate = gate;
    }

    /** Without an answer the request goes on. */
    @ServerRequestFilter
    @Followed
    public Uni<@Nullable RestResponse<Void>> check(ContainerRequestContext request) {
        return gate.follow(Asking.of(request), Capability.SEE_SCHEDULE)
                .map(found -> found.isPresent() ? null : RestResponse.status(Status.UNAUTHORIZED));
    }
}
