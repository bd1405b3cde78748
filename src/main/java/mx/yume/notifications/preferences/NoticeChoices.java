package mx.yume.notifications.preferences;

import java.util.Map;

import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;

/** What the people of one business have said about notices. */
public record NoticeChoices(Map<StaffId, Map<NoticeKind, Boolean>> said) {

    public NoticeChoices {
        said = Map.copyOf(said);
    }

    public boolean wants(StaffMember member, NoticeKind kind) {
        return said.getOrDefault(member.id(), Map.of()).getOrDefault(kind, kind.usual(member.permission()));
    }
}
