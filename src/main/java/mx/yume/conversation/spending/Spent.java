package mx.yume.conversation.spending;

/**
 * What models have cost today, in millionths of a dollar.
 *
 * @param bySender in conversations of this person with this organization, in the day of the conversation's zone
 * @param byBusiness in all conversations of this organization, in the same day
 * @param inAll on this installation, in the day of UTC
 */
public record Spent(long bySender, long byBusiness, long inAll) {}
