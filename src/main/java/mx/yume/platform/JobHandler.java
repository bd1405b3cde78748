package mx.yume.platform;

import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Reacts to facts. What it does on the connection commits together with the end of the job: exactly once. */
public interface JobHandler {

    Set<String> kinds();

    Uni<Void> handle(SqlConnection connection, Job job);
}
