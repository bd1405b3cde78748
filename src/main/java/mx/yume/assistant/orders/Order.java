package mx.yume.assistant.orders;

/**
 * What is asked for with one tool, as far as it was said: a record whose missing parts are empty. As JSON it is the flow's draft,
 * and what a yes is compared with, so it carries {@code @RegisterForReflection} and equal orders are written alike.
 */
public interface Order {}
