package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import mx.yume.platform.Sweep;

/** Whoever watches Yume finds each timer at the address that docs/jobs.md names. */
@QuarkusTest
class MetricsJourneyTest {

    @Inject
    Yume yume;

    @Inject
    @All
    List<Sweep> sweeps;

    @Test
    void everySweepKindOfJobAndQueueReports() {
        yume.fresh();
        yume.settle();
        var metrics = RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(sweeps).isNotEmpty().allSatisfy(sweep -> assertThat(metrics)
                .contains("yume_sweep_last_run_seconds{sweep=\"" + sweep.name() + "\"}")
                .contains("yume_sweep_lag_seconds{sweep=\"" + sweep.name() + "\"}")
                .contains("yume_sweep_done_total{sweep=\"" + sweep.name() + "\"}")
                .contains("yume_sweep_failures_total{sweep=\"" + sweep.name() + "\"} 0.0"));
        assertThat(metrics).contains("yume_job_last_run_seconds{job=\"appointment.booked\"}")
                .contains("yume_job_done_total{job=\"appointment.booked\"}")
                .contains("yume_job_failures_total{job=\"appointment.booked\"}")
                .contains("yume_queue_lag_seconds{queue=\"turns\"}", "yume_queue_lag_seconds{queue=\"jobs\"}",
                        "yume_queue_lag_seconds{queue=\"outbox\"}");
    }
}
