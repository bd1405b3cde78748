package mx.yume.conversation.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.template.Template;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** Which templates may be sent. */
@ApplicationScoped
class Approvals {

    private static final String FIND = """
            select content_hash, provider_id, status, reason from template_approval
            where organization_id = $1 and channel = $2 and account = $3 and name = $4
            """;

    private final Database database;

    Approvals(Database database) {
        this.database = database;
    }

    Uni<Approval> find(ChannelName channel, String account, Template template) {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(OrganizationId.YUME.value(), channel.sql(), account, template.id()))
                .map(rows -> rows.size() == 0
                        ? new Approval.Pending("template " + template.id() + " is not submitted")
                        : approval(rows.iterator().next(), template)));
    }

    private static Approval approval(Row row, Template template) {
        if (!row.getString("content_hash").equals(template.contentHash())) {
            return new Approval.Pending("template " + template.id() + " was approved with another text");
        }
        var reason = row.getString("reason");
        return switch (row.getString("status")) {
            case "approved" -> new Approval.Approved(row.getString("provider_id") == null ? template.id()
                    : row.getString("provider_id"));
            case "rejected" -> new Approval.Refused(template.id() + (reason == null ? "" : " " + reason));
            default -> new Approval.Pending("template " + template.id() + " is " + row.getString("status"));
        };
    }
}
