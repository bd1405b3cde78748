package mx.yume.business;

/**
 * Something that was set up, as a list for editing shows it.
 *
 * @param active whether it is in use: nothing is ever deleted
 * @param version what a change of it must name, so that nobody overwrites what they did not see
 */
public record Listed<T>(T what, boolean active, int version) {}
