package mx.yume.platform;

import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Reacts to many facts at once where they come in crowds: jobs of one kind and one organization, which commit together. When it
 * fails, one of them is tried alone.
 */
public interface BatchHandler extends JobHandler {

    /** At most so many in one transaction. */
    int most();

    /** @param jobs one at least, all of the same organization */
    Uni<Void> handle(SqlConnection connection, List<Job> jobs);

    @Override
    default Uni<Void> handle(SqlConnection connection, Job job) {
        return handle(connection, List.of(job));
    }
}
