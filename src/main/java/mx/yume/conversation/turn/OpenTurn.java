package mx.yume.conversation.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import mx.yume.conversation.Flow;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.TurnKey;
import mx.yume.customers.PersonId;

/**
 * A claimed turn: the messages it answers are frozen, the conversation's state is read.
 *
 * @param attempt from 1
 * @param recentMessages of the person in the last minute
 * @param misunderstandings in a row before this turn
 * @param expired what the person was about has expired since their last turn
 * @param traceparent of the last delivery, while traces are on
 */
record OpenTurn(TurnKey key, Origin origin, PersonId person, int attempt, List<Incoming> messages, Optional<Flow> flow,
        List<Option> offered, boolean firstContact, long recentMessages, int misunderstandings,
        boolean expired, Instant startedAt, Optional<String> traceparent) {}
