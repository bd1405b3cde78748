package mx.yume.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.conversation.OutboundContent;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;

/**
 * One message that left.
 *
 * @param phone whose; empty for somebody without one
 * @param number that it came from
 * @param answer of a turn, not a notice
 */
record Outgoing(long sequence, OrganizationId organization, String phone, String number, boolean answer,
        OutboundContent content) {

    /** What was written after that, in order. */
    static List<Outgoing> after(PlainYume yume, long sequence) {
        return yume.superuser()
                .rows("""
                        select o.sequence, o.organization_id, coalesce(i.value, ''), o.business_address, o.turn_id is not null, o.content
                        from outbox o join conversation c on c.id = o.conversation_id
                        left join person_identity i on i.person_id = c.person_id and i.kind = 'phone'
                        where o.sequence > %d order by o.sequence"""
                        .formatted(sequence))
                .stream().map(row -> new Outgoing(
                        Long.parseLong(row.get(0)), new OrganizationId(UUID.fromString(row.get(1))), row.get(2), row.get(3),
                        row.get(4).equals("t"), read(yume, row.get(5))))
                .toList();
    }

    boolean answers(String somebody, String by) {
        return answer && phone.equals(somebody) && number.equals(by);
    }

    /** Everything that can be read in it. */
    String text() {
        var text = new StringBuilder(content.body());
        content.options().forEach(option -> text.append('\n').append(option.title()).append('\n').append(option.description()));
        return text.toString();
    }

    private static OutboundContent read(PlainYume yume, String content) {
        try {
            return yume.the(ObjectMapper.class).readValue(content, OutboundContent.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
