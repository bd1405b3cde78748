package mx.yume.assistant.staff.setup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.business.Phones;
import mx.yume.assistant.language.business.TeamLine;
import mx.yume.assistant.language.business.TeamReader;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.Named;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.setup.AddStaffMember.Newcomer;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.conversation.FlowState;

/** "Agrega a Ana 55 1234 5678 como estilista", "entra a trabajar Lalo". */
@ApplicationScoped
class AddStaffMemberEar implements StaffEar<Newcomer> {

    private static final Pattern ADD = Pattern.compile(
            "\\b(?:agreg\\w+|anad\\w+|añad\\w+|sum[ae]\\w*|registr\\w+|da de alta|dar de alta|met[ea]|contrat\\w+) (?:a |al equipo|un[ao]? (?:nuev[oa] )?(?:persona|estilista|barber[oa]|manicurista|emplead[oa]|colorista))");
    private static final Pattern JOINS = Pattern.compile(
            "\\b(?:entra|empieza|va a|viene a) (?:a )?trabajar\\b|\\b(?:nuev[oa] (?:estilista|barber[oa]|emplead[oa]|integrante|persona))\\b|\\balguien (?:nuevo )?al equipo\\b");

    private final AddStaffMember tool;

    AddStaffMemberEar(AddStaffMember tool) {
        this.tool = tool;
    }

    @Override
    public AddStaffMember tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words());
        return ADD.matcher(words).find() || JOINS.matcher(words).find() ? 3 : 0;
    }

    @Override
    public Newcomer fill(StaffAsking asking, Optional<Newcomer> before, FlowState asked) {
        var newcomer = before.orElse(Newcomer.NOTHING);
        for (var said : asking.said()) {
            newcomer = said.tapped().isPresent() ? newcomer : fill(asking, newcomer, said, asked);
        }
        return newcomer;
    }

    private static Newcomer fill(StaffAsking asking, Newcomer before, Said said, FlowState asked) {
        var known = asking.business().services().stream().map(Service::name).toList();
        var read = TeamReader.read(said.words(), known).filter(team -> !team.nobody())
                .map(team -> with(asking, before, team.lines().getFirst())).orElse(before);
        var phone = Phones.in(said.words()).stream().findFirst();
        var reached = phone.map(read::reachedAt).orElse(read);
        var named = asked == FlowState.COLLECTING_NAME && reached.name().isEmpty()
                ? said.reading().bareName().or(said.reading()::name).map(reached::called).orElse(reached)
                : reached;
        return ChangeStaffPermissionEar.Permissions.in(Plain.of(said.words())).map(named::may).orElse(named);
    }

    private static Newcomer with(StaffAsking asking, Newcomer before, TeamLine line) {
        var named = before.name().isEmpty() ? before.called(line.name()) : before;
        List<ServiceId> services = line.services().stream()
                .flatMap(name -> Named.services(asking, name).stream().limit(1)).map(Service::id).toList();
        var giving = services.isEmpty() ? named : named.giving(services);
        return line.permission().map(giving::may).orElse(giving);
    }
}
