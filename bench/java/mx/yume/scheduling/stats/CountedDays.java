package mx.yume.scheduling.stats;

import java.util.UUID;

/** What the sweep of figures would have counted of years that no sweep saw. */
// Statements as long as these hide what is done with them.
@SuppressWarnings("InlineFormatString")
public final class CountedDays {

    private static final String EXECUTE = """
            execute $statement$%s$statement$ using organization, places, days;
            """;
    private static final String COUNT = """
            do $do$
            declare
                organization uuid := '%s';
                customers uuid[] := array(select distinct customer_id from appointment where organization_id = organization);
                places uuid[] := array(select location_id from appointment where organization_id = organization and local_start < current_date - 1
                                       group by location_id, local_start::date order by location_id, local_start::date);
                days date[] := array(select local_start::date from appointment where organization_id = organization and local_start < current_date - 1
                                     group by location_id, local_start::date order by location_id, local_start::date);
            begin
                %s
                execute $statement$%s$statement$ using organization, customers;
            end $do$
            """;

    private CountedDays() {}

    /** As a superuser runs it. */
    public static String of(UUID business) {
        var counting = KeptFigures.COUNTING.stream()
                .map(EXECUTE::formatted).reduce("", String::concat);
        return COUNT.formatted(business, counting, KeptFigures.FIND_FIRST);
    }
}
