package mx.yume.conversation;

import io.smallrye.mutiny.Uni;

/** Answers customers. No transaction and no connection is held by the caller while it thinks. */
public interface Assistant {

    Uni<Reply> answer(CustomerTurn turn);
}
