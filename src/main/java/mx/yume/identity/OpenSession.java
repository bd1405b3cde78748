package mx.yume.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * One of the places where somebody is signed in.
 *
 * @param device in words: "Chrome en Android"; empty where it is not known
 * @param seen when it was last used, at most an hour too early
 * @param current whether it is the one that asks
 */
public record OpenSession(UUID id, String device, Instant opened, Instant seen, boolean current) {}
