package mx.yume.assistant.tools;

/**
 * What came of something that is told in one sentence.
 *
 * @param done whether anything changed
 * @param sentence in Spanish, for the customer
 */
public record Answered(boolean done, String sentence) {}
