package mx.yume.platform;

import java.util.UUID;

/**
 * Work that follows from a fact.
 *
 * @param kind what happened, in the past tense: {@code appointment.booked}
 * @param payload JSON, as whoever stated the fact wrote it
 * @param origin of what caused it, as the database writes it: what is not real never reaches a provider
 */
public record Job(OrganizationId organization, UUID id, String kind, String payload, String origin) {}
