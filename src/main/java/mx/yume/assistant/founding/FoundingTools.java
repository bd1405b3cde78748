package mx.yume.assistant.founding;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.founding.FoundingDraft.Item;
import mx.yume.assistant.founding.FoundingDraft.Mate;
import mx.yume.assistant.founding.FoundingDraft.Span;
import mx.yume.assistant.language.business.WeekReader;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.business.Permission;
import mx.yume.business.founding.BusinessType;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;
import mx.yume.platform.Money;
import mx.yume.platform.PhoneNumber;

/** The tools of SPEC 5 for founding a business, as a model calls them: all but the last only fill the draft. */
@ApplicationScoped
public class FoundingTools {

    private static final String SERVICE = "service";
    private static final String DURATION = "duration_minutes";
    private static final String PRICE = "price_pesos";

    private final FoundingDrafts drafts;
    private final FoundingWords words;
    private final CompleteOnboarding complete;
    private final FoundingTexts texts;

    FoundingTools(FoundingDrafts drafts, FoundingWords words, CompleteOnboarding complete, FoundingTexts texts) {
        this.drafts = drafts;
        this.words = words;
        this.complete = complete;
        this.texts = texts;
    }

    /** All of them, in the order of SPEC 5. */
    public List<FoundingTool> all() {
        return List.of(tool(Sheet.of("save_business_info", "Guarda lo que el dueño dijo de su negocio. Solo lo que dijo.",
                Sheet.optional("name", "Nombre del negocio"),
                Sheet.optional("type", "barbershop, hair_salon, nail_salon, spa u other"),
                Sheet.optional("owner_name", "Cómo se llama el dueño o la dueña"),
                Sheet.optional("city", "Ciudad y, si hace falta, estado"),
                Sheet.optional("owner_serves", Sheet.Type.FLAG, "Si el dueño atiende clientes")), this::saveInfo),
                tool(Sheet.of("add_service", "Agrega un servicio al menú.", Sheet.required("name", "Nombre del servicio"),
                        Sheet.optional(DURATION, Sheet.Type.NUMBER, "Cuánto dura, en minutos"),
                        Sheet.optional(PRICE, Sheet.Type.NUMBER, "Cuánto cuesta, en pesos"),
                        Sheet.optional("from", Sheet.Type.FLAG, "Si el precio es “desde”")), this::addService),
                tool(Sheet.of("update_service", "Cambia un servicio del menú.",
                        Sheet.required(SERVICE, "El servicio, como está en el menú"),
                        Sheet.optional("name", "Nombre nuevo"), Sheet.optional(DURATION, Sheet.Type.NUMBER, "Minutos"),
                        Sheet.optional(PRICE, Sheet.Type.NUMBER, "Pesos")), this::updateService),
                tool(Sheet.of("remove_service", "Quita un servicio del menú.",
                        Sheet.required(SERVICE, "El servicio, como está en el menú")),
                        this::removeService),
                tool(Sheet.of("current_menu", "El menú como va."), (asking, _) -> told(words.menu(drafts.read(asking)))),
                tool(Sheet.of("save_business_hours", "Guarda el horario del negocio.",
                        Sheet.required("hours",
                                "Como lo dijo: “lunes a viernes de 9 a 19, sábado de 9 a 15, domingo cerrado”")),
                        this::saveHours),
                tool(Sheet.of("add_staff_member", "Agrega a alguien del equipo, o sin nombre si el dueño trabaja solo.",
                        Sheet.optional("name", "Nombre"), Sheet.optional("phone", "Celular de 10 dígitos"),
                        Sheet.optional("services", Sheet.Type.TEXTS,
                                "Servicios que da, como están en el menú; ninguno si da todos"),
                        Sheet.optional("permission", "admin, staff o viewer")), this::addStaff),
                tool(Sheet.of("complete_onboarding",
                        "Muestra el resumen; después de que el dueño diga que sí al resumen, registra el negocio."),
                        (asking, _) -> complete.call(asking)),
                tool(Sheet.of("send_whatsapp_connect_link", "Para usar un número de WhatsApp que el negocio ya tiene."),
                        (_, _) -> told(texts.ownNumber())),
                tool(Sheet.of("send_dashboard_link", "La liga del panel web."), (_, _) -> told(texts.noDashboardYet())));
    }

    /** What this turn's words say for certain is in the draft before anything else: once or twice is the same. */
    public void remember(FounderAsking asking) {
        var before = drafts.read(asking);
        var after = heard(before, asking);
        if (!after.sameAs(before)) {
            drafts.keep(asking, after);
        }
    }

    FoundingDraft heard(FoundingDraft before, FounderAsking asking) {
        var draft = before;
        var asked = drafts.asked(asking);
        for (var said : asking.said()) {
            if (said.tapped().isEmpty() && said.reading().answer().isEmpty() && !said.words().isBlank()) {
                draft = Hearing.fill(draft, asked, said.words());
            }
        }
        return draft;
    }

    private Uni<Result> saveInfo(FounderAsking asking, Written written) {
        var draft = drafts.read(asking);
        var info = draft.info();
        info = written.text("name").map(info::name).orElse(info);
        info = written.text("owner_name").map(info::owner).orElse(info);
        var typed = info;
        info = written.text("type").map(type -> typed.type(type(type))).orElse(info);
        var placed = info;
        info = written.text("city").map(city -> InfoReader.read(placed, "en " + city, false)).orElse(info);
        var serves = written.flag("owner_serves").orElse(draft.serves());
        return kept(asking, draft.info(info).serves(serves));
    }

    private static BusinessType type(String written) {
        for (var type : BusinessType.values()) {
            if (type.name().equalsIgnoreCase(written)) {
                return type;
            }
        }
        throw new Unclear("El argumento type va como barbershop, hair_salon, nail_salon, spa u other.");
    }

    private Uni<Result> addService(FounderAsking asking, Written written) {
        var draft = drafts.read(asking);
        var name = InfoReader.titled(written.text("name").orElseThrow(() -> new Unclear("Falta name.")));
        var menu = new ArrayList<>(draft.menu());
        var before = menu.stream().filter(item -> same(item.name(), name)).findFirst();
        var item = changed(before.orElse(new Item(name, Optional.empty(), Optional.empty(), false)), written, name);
        before.ifPresentOrElse(known -> menu.set(menu.indexOf(known), item), () -> menu.add(item));
        return kept(asking, draft.menu(menu));
    }

    private Uni<Result> updateService(FounderAsking asking, Written written) {
        var draft = drafts.read(asking);
        var known = known(draft, written);
        var menu = new ArrayList<>(draft.menu());
        menu.set(menu.indexOf(known), changed(known, written, written.text("name").orElse(known.name())));
        return kept(asking, draft.menu(menu));
    }

    private static Item changed(Item before, Written written, String name) {
        var minutes = written.number(DURATION).filter(number -> number > 0);
        var price = written.number(PRICE).filter(number -> number >= 0).map(number -> Money.pesos(number).centavos());
        return new Item(name, minutes.or(before::minutes), price.or(before::centavos),
                written.flag("from").orElse(before.from()));
    }

    private Uni<Result> removeService(FounderAsking asking, Written written) {
        var draft = drafts.read(asking);
        var known = known(draft, written);
        return kept(asking, draft.menu(draft.menu().stream().filter(item -> !item.equals(known)).toList()));
    }

    private static Item known(FoundingDraft draft, Written written) {
        var name = written.text(SERVICE).orElseThrow(() -> new Unclear("Falta service."));
        return draft.menu().stream().filter(item -> same(item.name(), name)).findFirst()
                .orElseThrow(() -> new Unclear("Ese servicio no está en el menú."));
    }

    private Uni<Result> saveHours(FounderAsking asking, Written written) {
        var draft = drafts.read(asking);
        var reading = written.text("hours").flatMap(WeekReader::read)
                .orElseThrow(() -> new Unclear(
                        "No entendí el horario: escríbelo como “lunes a viernes de 9 a 19, domingo cerrado”."));
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        week.putAll(draft.week());
        reading.days().forEach((day, hours) -> week.put(day,
                hours.stream().map(span -> new Span(span.opens(), span.closes())).toList()));
        return kept(asking, draft.week(week, Set.copyOf(reading.doubts())));
    }

    private Uni<Result> addStaff(FounderAsking asking, Written written) {
        var draft = drafts.read(asking);
        var team = new ArrayList<>(draft.team().orElse(List.of()));
        written.text("name").map(InfoReader::titled).ifPresent(name -> {
            team.removeIf(mate -> same(mate.name(), name));
            team.add(new Mate(name, written.text("phone").map(FoundingTools::phone), permission(written.text("permission")),
                    gives(draft, written.texts("services"))));
        });
        return kept(asking, draft.team(team));
    }

    private static String phone(String written) {
        return PhoneNumber.parse(written).map(PhoneNumber::e164).orElseThrow(() -> new Unclear("Ese teléfono no es válido."));
    }

    private static Permission permission(Optional<String> written) {
        return switch (written.orElse("staff")) {
            case "admin" -> Permission.ADMIN;
            case "viewer" -> Permission.VIEWER;
            default -> Permission.STAFF;
        };
    }

    private static Set<String> gives(FoundingDraft draft, List<String> services) {
        return services.stream().map(name -> draft.names().stream().filter(known -> same(known, name)).findFirst()
                .orElseThrow(() -> new Unclear("El servicio " + name + " no está en el menú.")))
                .collect(Collectors.toSet());
    }

    /** What is known now, and what is missing. */
    private Uni<Result> kept(FounderAsking asking, FoundingDraft draft) {
        drafts.keep(asking, draft);
        return Stage.of(draft, asking.fromPhone().isPresent()) == FlowState.CONFIRMING ? complete.call(asking)
                : asked(words.question(asking, draft));
    }

    private static Uni<Result> asked(OutboundContent question) {
        return Uni.createFrom().item(new Result.Asked(question.body(), question.options()));
    }

    private static Uni<Result> told(String text) {
        return Uni.createFrom().item(new Result.Told(text, List.of()));
    }

    private static boolean same(String one, String other) {
        return Hearing.folded(one).strip().equals(Hearing.folded(other).strip());
    }

    private interface Call {

        Uni<Result> with(FounderAsking asking, Written written);
    }

    private static FoundingTool tool(Sheet sheet, Call call) {
        return new FoundingTool() {
            @Override
            public Sheet sheet() {
                return sheet;
            }

            @Override
            public Uni<Result> call(FounderAsking asking, Written written) {
                return call.with(asking, written);
            }
        };
    }
}
