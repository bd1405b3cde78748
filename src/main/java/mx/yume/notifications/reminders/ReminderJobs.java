package mx.yume.notifications.reminders;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Job;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;

/** The jobs that say when to look. */
@ApplicationScoped
class ReminderJobs {

    private final Jobs jobs;
    private final ObjectMapper json;

    ReminderJobs(Jobs jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    Uni<Void> add(SqlConnection connection, OrganizationId organization, ReminderDue reminder, String origin, Instant due) {
        try {
            return jobs.add(connection, organization, ReminderDue.KIND, json.writeValueAsString(reminder), origin, due);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A reminder that cannot be written", impossible);
        }
    }

    ReminderDue read(Job job) {
        try {
            return json.readValue(job.payload(), ReminderDue.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A reminder that cannot be read back", impossible);
        }
    }
}
