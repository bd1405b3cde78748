package mx.yume.assistant.founding;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.founding.FoundingDraft.Item;
import mx.yume.assistant.founding.FoundingDraft.Mate;
import mx.yume.assistant.founding.FoundingDraft.Span;
import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.guided.OpeningHours;
import mx.yume.assistant.guided.TalkTexts;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.business.Hours;
import mx.yume.business.Permission;
import mx.yume.business.Price;
import mx.yume.business.WeeklyHours;
import mx.yume.business.founding.BusinessType;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.Money;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.ZoneNames;

/** A draft as it is shown and asked about, whoever shows it. */
@ApplicationScoped
class FoundingWords {

    static final String TYPE = "founding:type:";
    static final String ALONE = "founding:alone";
    static final String CHANGE = "founding:change";

    private final FoundingTexts texts;
    private final OpeningHours hours;

    FoundingWords(FoundingTexts texts, TalkTexts talk) {
        this.texts = texts;
        this.hours = new OpeningHours(talk);
    }

    /** The question for the first thing missing. */
    OutboundContent question(FounderAsking asking, FoundingDraft draft) {
        var whereKnown = asking.fromPhone().isPresent();
        return switch (Stage.of(draft, whereKnown)) {
            case COLLECTING_BUSINESS_INFO -> askInfo(draft.info(), whereKnown);
            case COLLECTING_SERVICES -> askServices(draft);
            case COLLECTING_HOURS -> askHours(asking, draft);
            case COLLECTING_STAFF -> Bodies.choice(texts.askStaff(), texts.see(),
                    draft.serves() ? List.of(new Option(ALONE, texts.onlyMe())) : List.of());
            default -> throw new IllegalStateException("Nothing is missing");
        };
    }

    private OutboundContent askInfo(Particulars info, boolean whereKnown) {
        var city = info.where().isEmpty() && !whereKnown;
        if (info.name().isEmpty()) {
            return Bodies.text(info.owner().isEmpty() ? texts.beginAgain() : texts.askName());
        }
        if (info.unclear().isPresent()) {
            return Bodies.text(texts.askState(info.unclear().get()));
        }
        if (info.owner().isEmpty()) {
            return Bodies.text(city ? texts.askCityAndOwner() : texts.askOwner());
        }
        return city ? Bodies.text(texts.askCity()) : askType(info.name().get());
    }

    private OutboundContent askType(String name) {
        return Bodies.choice(texts.askType(name), texts.see(), List.of(type(BusinessType.BARBERSHOP, texts.barbershop()),
                type(BusinessType.HAIR_SALON, texts.hairSalon()), type(BusinessType.NAIL_SALON, texts.nailSalon()),
                type(BusinessType.SPA, texts.spa()), type(BusinessType.OTHER, texts.other())));
    }

    private static Option type(BusinessType type, String title) {
        return new Option(TYPE + type, title);
    }

    private OutboundContent askServices(FoundingDraft draft) {
        var open = draft.menu().stream().filter(item -> !item.complete()).toList();
        if (draft.menu().isEmpty()) {
            return Bodies.text(draft.info().owner().map(texts::askServices).orElseGet(texts::askServicesAgain));
        }
        var first = open.getFirst();
        if (open.size() > 1 && open.stream().allMatch(item -> item.minutes().isEmpty() && item.centavos().isPresent())) {
            return Bodies.text(texts.askDurations(first.name().toLowerCase(Locale.ROOT)));
        }
        if (open.size() > 1 && open.stream().allMatch(item -> item.centavos().isEmpty() && item.minutes().isPresent())) {
            return Bodies.text(texts.askPrices(first.name().toLowerCase(Locale.ROOT)));
        }
        if (first.minutes().isEmpty() && first.centavos().isEmpty()) {
            return Bodies.text(texts.askPriceAndDuration(first.name()));
        }
        return Bodies.text(first.minutes().isEmpty() ? texts.askDuration(first.name()) : texts.askPrice(first.name()));
    }

    private OutboundContent askHours(FounderAsking asking, FoundingDraft draft) {
        if (draft.doubts().isEmpty()) {
            return Bodies.text(texts.askHours());
        }
        var words = draft.doubts().stream().sorted().map(doubt -> switch (doubt) {
            case WHICH_DAYS -> texts.everyDay();
            case MORNING_OR_NIGHT -> texts.atNight();
            case PAST_MIDNIGHT -> texts.pastMidnight();
            case ALL_DAY -> texts.allDay();
            case WHICH_HOURS, SAID_TWICE -> texts.isThatRight();
        }).distinct().collect(Collectors.joining(" "));
        return Bodies.choice(words, texts.see(), yesNo(asking));
    }

    List<Option> yesNo(FounderAsking asking) {
        return List.of(new Option(asking.yes(), texts.yes()), new Option(asking.no(), texts.no()));
    }

    String summary(FoundingDraft draft, Optional<Where> fromPhone) {
        var info = draft.info();
        var team = draft.team().orElse(List.of());
        return texts.summary(info.name().orElseThrow(), info.type().orElseThrow().spanish(),
                place(info.where().or(() -> fromPhone).orElseThrow()), info.owner().orElseThrow(), draft.serves(), menu(draft),
                week(draft), team.isEmpty() ? "" : team(draft));
    }

    private String place(Where where) {
        var zone = ZoneNames.of(ZoneId.of(where.zone()));
        return where.name().isEmpty() ? texts.zoneByAreaCode(zone, where.areaCode()) : texts.placeAndZone(where.name(), zone);
    }

    String menu(FoundingDraft draft) {
        return draft.menu().isEmpty() ? texts.menuEmpty()
                : draft.menu().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Item item) {
        return texts.menuLine(item.name(),
                item.centavos().map(centavos -> new Price(new Money(centavos), item.from()).toString())
                        .orElseGet(texts::noPrice),
                item.minutes().map(minutes -> SpanishWriter.duration(Duration.ofMinutes(minutes)))
                        .orElseGet(texts::noDuration));
    }

    String week(FoundingDraft draft) {
        return hours.of(weekly(draft));
    }

    static WeeklyHours weekly(FoundingDraft draft) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        draft.week().forEach((day, spans) -> week.put(day, spans.stream().map(FoundingWords::hours).toList()));
        return new WeeklyHours(week);
    }

    private static Hours hours(Span span) {
        return new Hours(span.opens(), span.closes());
    }

    String team(FoundingDraft draft) {
        return draft.team().orElse(List.of()).stream().map(this::mate).collect(Collectors.joining("\n"));
    }

    private String mate(Mate mate) {
        var gives = mate.permission() == Permission.VIEWER ? texts.onlyLooks()
                : mate.gives().isEmpty() ? texts.everything() : SpanishWriter.list(mate.gives().stream().sorted().toList());
        return texts.mate(mate.name(), mate.phone().map(FoundingWords::written).orElse(""), gives,
                mate.permission() == Permission.ADMIN);
    }

    private static String written(String e164) {
        return PhoneNumber.parse(e164).map(PhoneNumber::e164).orElse(e164).replaceFirst("^\\+52(\\d{2})(\\d{4})(\\d{4})$",
                "$1 $2 $3");
    }
}
