package mx.yume.web.team;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

import mx.yume.business.Permission;
import mx.yume.business.SpotId;
import mx.yume.business.StaffMember;
import mx.yume.business.team.StaffDraft;
import mx.yume.business.team.TeamOutcome;
import mx.yume.platform.PhoneNumber;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Ids;

/** Between somebody of the team and the fields of their form. */
final class MemberFields {

    private MemberFields() {}

    static Filled of(StaffMember member) {
        var values = new LinkedHashMap<String, String>();
        values.put("nombre", member.name());
        values.put("telefono", member.phone().map(PhoneNumber::e164).orElse(""));
        values.put("permiso", written(member.permission()));
        values.put("lugar", member.defaultSpot().map(spot -> spot.value().toString()).orElse(""));
        return Filled.of(values);
    }

    static String written(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }

    static Filled read(MemberForm form) {
        var filled = Filled.of(form.typed());
        var phone = filled.value("telefono");
        return phone.isEmpty() || PhoneNumber.parse(phone).isPresent() ? filled
                : filled.with("telefono", "Escribe el teléfono con sus 10 dígitos.");
    }

    /** One of those that are given here; owners are not made on a page. */
    static Optional<Permission> permission(Filled filled) {
        return Arrays.stream(Permission.values()).filter(one -> one != Permission.OWNER && filled.is("permiso", written(one)))
                .findFirst();
    }

    /** @param filled without errors */
    static StaffDraft draft(Filled filled, Permission permission, Optional<SpotId> spot) {
        return new StaffDraft(filled.value("nombre"), PhoneNumber.parse(filled.value("telefono")), permission, spot);
    }

    static Optional<SpotId> spot(Filled filled) {
        return Ids.parse(filled.value("lugar")).map(SpotId::new);
    }

    static Filled refused(Filled filled, TeamOutcome.Refusal why) {
        var field = switch (why) {
            case TeamOutcome.BadName _ -> "nombre";
            case TeamOutcome.PhoneTaken _ -> "telefono";
            case TeamOutcome.OwnerStays _ -> "permiso";
            case TeamOutcome.UnknownSpot _ -> "lugar";
            case TeamOutcome.NotFound _,TeamOutcome.Changed _,TeamOutcome.OtherPeople _,TeamOutcome.TooMany _ -> Filled.WHOLE;
        };
        return filled.with(field, why.sentence());
    }
}
