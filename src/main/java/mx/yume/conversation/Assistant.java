package mx.yume.conversation;

import io.smallrye.mutiny.Uni;

/** Answers whoever writes. No transaction and no connection is held by the caller while it thinks. */
public interface Assistant {

    Uni<Reply> answer(AssistedTurn turn);
}
