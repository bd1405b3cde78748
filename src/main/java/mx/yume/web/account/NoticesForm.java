package mx.yume.web.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jboss.resteasy.reactive.RestForm;

import mx.yume.notifications.preferences.NoticeKind;
import mx.yume.web.page.Sending;

/** Which notices somebody checked. */
public class NoticesForm extends Sending {

    @RestForm("avisos")
    public List<String> checked = List.of();

    /** What is none is left out. */
    Set<NoticeKind> wanted() {
        var wanted = EnumSet.noneOf(NoticeKind.class);
        for (var kind : NoticeKind.values()) {
            if (checked.contains(AccountWords.field(kind))) {
                wanted.add(kind);
            }
        }
        return wanted;
    }
}
