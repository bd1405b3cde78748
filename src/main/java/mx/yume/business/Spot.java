package mx.yume.business;

/** A chair, a table, a cabin. Services name the kind they need. */
public record Spot(SpotId id, LocationId location, String name, String kind) {}
