package mx.yume.business.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class DayNotesTest {

    private static final LocalDate CHRISTMAS = LocalDate.of(2027, 12, 25);

    private final PlainYume yume = PlainYume.fresh();

    @Test
    void whatWasNotedOfDatesToComeIsRead() {
        yume.superuser().execute("""
                insert into special_day (organization_id, location_id, day, note) values
                    ('%1$s', '%2$s', '2027-12-24', 'Nochebuena'), ('%1$s', '%2$s', '2027-12-25', 'Navidad'),
                    ('%1$s', '%2$s', '2027-12-31', '')""".formatted(SalonLupita.ID, SalonLupita.LOCATION));
        assertThat(notes(SalonLupita.ID, SalonLupita.LOCATION)).as("without those before and those without words")
                .isEqualTo(Map.of(CHRISTMAS, "Navidad"));
        assertThat(notes(SalonLupita.ID, LocationId.next())).isEmpty();
        assertThat(notes(OrganizationId.YUME, SalonLupita.LOCATION)).isEmpty();
    }

    private Map<LocalDate, String> notes(OrganizationId organization, LocationId location) {
        return yume.the(DayNotes.class).of(organization, location, CHRISTMAS).await().atMost(Duration.ofSeconds(30));
    }
}
