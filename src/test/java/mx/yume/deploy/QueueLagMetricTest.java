package mx.yume.deploy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.platform.Sweep;

/** What the autoscaler of k8s/ goes by is told. */
@QuarkusTest
class QueueLagMetricTest {

    static final String METRIC = "yume_queue_lag_seconds";
    static final List<String> QUEUES = List.of("turns", "jobs", "outbox");

    @Inject
    @Any
    Instance<Sweep> sweeps;

    @Test
    void theLagOfEachQueueIsTold() {
        assertThat(sweeps.stream().map(Sweep::name)).as("it begins to be told when it is first looked for")
                .contains("queue-lag");
        var told = given().get("/q/metrics").then().statusCode(200).extract().asString();
        for (var queue : QUEUES) {
            assertThat(told.lines()).as(queue)
                    .anyMatch(line -> line.startsWith(METRIC + "{") && line.contains("queue=\"" + queue + "\""));
        }
    }
}
