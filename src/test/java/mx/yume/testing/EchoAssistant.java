package mx.yume.testing;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Assistant;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Reply;

/** Stands in while there is no assistant. */
@DefaultBean
@ApplicationScoped
class EchoAssistant implements Assistant {

    @Override
    public Uni<Reply> answer(CustomerTurn turn) {
        return Uni.createFrom().item(Reply.guided(new OutboundContent.Text("Te oí")));
    }
}
