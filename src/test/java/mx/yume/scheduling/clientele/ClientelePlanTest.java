package mx.yume.scheduling.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.platform.Database;
import mx.yume.testing.PlainYume;
import mx.yume.testing.Plan;
import mx.yume.testing.SalonLupita;

/** Who has thousands of customers reads as many of them as are shown. */
class ClientelePlanTest {

    private final PlainYume yume = PlainYume.fresh();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theListIsReadAlongItsIndexAsFarAsItIsShown(boolean generic) {
        yume.superuser().execute("""
                insert into person (organization_id, id, name, name_confirmed_at, created_at)
                select '%s', gen_random_uuid(), 'Clienta ' || n, now(), now() from generate_series(1, 5000) as n;
                analyze person""".formatted(SalonLupita.ID));

        var plan = Plan
                .of(yume.the(Database.class), SalonLupita.ID, generic, Clientele.PAGE, "'" + SalonLupita.ID + "'", "'{}'",
                        "null", "'2027-01-11 10:00-06'", "31", "0")
                .text();

        assertThat(plan).containsPattern("Index Scan using person_by_name on person p .*rows=31[. ]")
                .doesNotContain("Seq Scan on person ");
    }
}
