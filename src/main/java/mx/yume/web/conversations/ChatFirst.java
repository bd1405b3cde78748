package mx.yume.web.conversations;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.chats.Chats;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;

/** Looks before a stream begins whether the chat is there for whoever asks: once it has begun, nothing can be refused any more. */
public class ChatFirst {

    private final Gate gate;
    private final Chats chats;

    ChatFirst(Gate gate, Chats chats) {
        this.gate = gate;
        this.chats = chats;
    }

    /** Without an answer the request goes on. */
    @ServerRequestFilter
    @FollowedChat
    public Uni<@Nullable RestResponse<Void>> check(ContainerRequestContext request) {
        var chat = Ids.parse(request.getUriInfo().getPathParameters().getFirst("id")).map(ConversationId::new);
        return gate.follow(Asking.of(request), Capability.RUN_THE_DAY).chain(found -> there(found, chat))
                .map(there -> there ? null : RestResponse.status(Status.NOT_FOUND));
    }

    private Uni<Boolean> there(Optional<Here> found, Optional<ConversationId> chat) {
        return found.isEmpty() || chat.isEmpty() ? Uni.createFrom().item(false)
                : chats.read(found.get().organization(), chat.get(), Optional.empty(), 1).map(Optional::isPresent);
    }
}
