package mx.yume.business.hours;

import java.time.LocalDate;

/** @param name in Spanish, as a note on that day */
public record Holiday(LocalDate day, String name) {}
