package mx.yume.scheduling;

/** Under which rules a time is asked for. None of them lets two visits have the same time. */
public enum Terms {
    /** A customer by themselves: on the grid, after the notice, up to the horizon, with those who can be booked online. */
    ONLINE,
    /** A customer who comes back every few weeks: as {@link #ONLINE}, up to a year ahead. */
    SERIES,
    /** The business for a customer: any minute from now on, within working hours, up to a year ahead, with anybody skilled. */
    COUNTER,
    /** The business, told that nobody works then and insisting: as {@link #COUNTER}, outside working hours too. */
    AFTER_HOURS
}
