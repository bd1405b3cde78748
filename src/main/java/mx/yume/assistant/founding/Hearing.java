package mx.yume.assistant.founding;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import mx.yume.assistant.founding.FoundingDraft.Item;
import mx.yume.assistant.founding.FoundingDraft.Mate;
import mx.yume.assistant.founding.FoundingDraft.Span;
import mx.yume.assistant.language.business.Amounts;
import mx.yume.assistant.language.business.MenuReader;
import mx.yume.assistant.language.business.MenuReading;
import mx.yume.assistant.language.business.Phones;
import mx.yume.assistant.language.business.ServiceLine;
import mx.yume.assistant.language.business.TeamLine;
import mx.yume.assistant.language.business.TeamReader;
import mx.yume.assistant.language.business.TeamReading;
import mx.yume.assistant.language.business.WeekReader;
import mx.yume.assistant.language.business.WeekReading;
import mx.yume.business.Permission;
import mx.yume.conversation.FlowState;
import mx.yume.platform.Money;
import mx.yume.platform.PhoneNumber;

/**
 * Puts what a message says for certain into the draft, whatever was asked: what was asked decides only how a piece is read that
 * could be several things. Pure; the same message twice is the same.
 */
final class Hearing {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern WEEKDAY = Pattern.compile(
            "\\b(?:lun(?:es)?|mar(?:tes)|mi[eé]rcoles|mier|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ados?)?|dom(?:ingos?)?|diario|todos los d[ií]as|entre semana|fin(?:es)? de semana|abr[oie]\\p{L}*|cerr\\p{L}*|horario)\\b",
            FLAGS);
    private static final Pattern CLOSES = Pattern.compile(
            "\\b(?<day>lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)\\b[^\\d]{0,20}(?:cierr\\p{L}*|cerramos|hasta)(?: a)? las? (?<hour>\\d[\\d:]*(?: ?[ap]\\.?m\\.?)?)",
            FLAGS);
    private static final Pattern JOINS = Pattern.compile(
            "\\b(?:agreg\\p{L}*|a[ñn]ad\\p{L}*|falt[aó]\\p{L}*|met[ea]|pon|tambi[eé]n (?:atiende|trabaja|est[aá])) a \\p{L}",
            FLAGS);
    private static final Pattern LEAVES = Pattern
            .compile("\\b(?:quit\\p{L}*|elimin\\p{L}*|borr\\p{L}*|saca\\p{L}*|ya no (?:est[aá]|trabaja))\\b", FLAGS);
    private static final Pattern NOT_SERVING = Pattern.compile(
            "\\byo (?:no (?:atiendo|corto|doy|hago)|s[oó]lo (?:administro|veo|llevo)|nada m[aá]s administro)\\b|\\bs[oó]lo administro\\b",
            FLAGS);
    private static final Pattern SERVING = Pattern.compile("\\byo (?:tambi[eé]n|s[ií]) (?:atiendo|corto|doy|hago)\\b", FLAGS);
    private static final Pattern ALONE = Pattern.compile(
            "\\b(?:trabajo|atiendo|estoy) sol[oa]\\b|\\b(?:s[oó]lo|nada m[aá]s) yo\\b|\\byo (?:sol[oa]|nada m[aá]s|mer[oa])\\b",
            FLAGS);
    private static final Pattern EACH = Pattern.compile("\\b(?:todos?|todas?|cada uno|cada una|parejo)\\b", FLAGS);

    /** What somebody begins a correction with. */
    private static final Pattern LEAD = Pattern.compile("^(?:(?:s[ií]|no|pero|oye|bueno|ah|mejor|ok|perd[oó]n)[ ,]+)+", FLAGS);

    private FoundingDraft draft;
    private final FlowState asked;

    private Hearing(FoundingDraft before, FlowState asked) {
        this.draft = before;
        this.asked = asked;
    }

    /** @param asked what the last question was about; {@link FlowState#INITIATED} before the first */
    static FoundingDraft fill(FoundingDraft before, FlowState asked, String words) {
        var hearing = new Hearing(before, asked);
        if (asked == FlowState.COLLECTING_BUSINESS_INFO || asked == FlowState.INITIATED) {
            hearing.info(words, asked == FlowState.COLLECTING_BUSINESS_INFO);
        }
        for (var line : words.split("\\n|(?<=[\\p{L})])[.;] +", -1)) {
            var plain = LEAD.matcher(line.strip()).replaceFirst("");
            if (!plain.isBlank()) {
                hearing.line(plain);
            }
        }
        return hearing.draft;
    }

    private void line(String said) {
        serving(said);
        var line = NOT_SERVING.matcher(said).replaceAll(" ").replaceAll("^[ ,]+|[ ,]+$", "");
        if (line.isBlank()) {
            return;
        }
        if (ALONE.matcher(line).find() && draft.team().isEmpty()) {
            draft = draft.team(List.of());
        }
        if (leaves(line) || (about(line) && team(line))) {
            return;
        }
        switch (asked) {
            case COLLECTING_HOURS -> {
                if (!week(line) && !menu(line, false)) {
                    told(line);
                }
            }
            case COLLECTING_STAFF -> {
                if (!(WEEKDAY.matcher(line).find() && week(line)) && !team(line) && !menu(line, false)) {
                    told(line);
                }
            }
            case COLLECTING_SERVICES -> {
                if (!missing(line) && !(WEEKDAY.matcher(line).find() && week(line)) && !menu(line, true)) {
                    told(line);
                }
            }
            default -> {
                if (!(WEEKDAY.matcher(line).find() && week(line)) && !menu(line, false)) {
                    told(line);
                }
            }
        }
    }

    /** Somebody with a phone, or who is to join by name. */
    private boolean about(String line) {
        return !Phones.in(line).isEmpty() || JOINS.matcher(line).find() || known(line).isPresent();
    }

    private Optional<Mate> known(String line) {
        var said = " " + folded(line).replaceAll("[^a-z0-9ñ]+", " ") + " ";
        return draft.team().orElse(List.of()).stream()
                .filter(mate -> said.contains(" " + folded(mate.name()).split(" ", -1)[0] + " ")).findFirst();
    }

    /** Corrections of what was told first; while that is being asked about it was read as a whole. */
    private void told(String line) {
        if (asked != FlowState.COLLECTING_BUSINESS_INFO && asked != FlowState.INITIATED) {
            info(line, false);
        }
    }

    private void info(String words, boolean bare) {
        draft = draft.info(InfoReader.read(draft.info(), words, bare));
    }

    private void serving(String line) {
        if (NOT_SERVING.matcher(line).find()) {
            draft = draft.serves(false);
        } else if (SERVING.matcher(line).find()) {
            draft = draft.serves(true);
        }
    }

    /** "Quita a Beto": somebody of the team who was told before. */
    private boolean leaves(String line) {
        var gone = known(line);
        if (gone.isEmpty() || !LEAVES.matcher(line).find()) {
            return false;
        }
        draft = draft.team(draft.team().orElseThrow().stream().filter(mate -> !mate.equals(gone.get())).toList());
        return true;
    }

    private boolean team(String line) {
        var reading = TeamReader.read(line, draft.names());
        reading.ifPresent(this::hire);
        return reading.isPresent();
    }

    private void hire(TeamReading reading) {
        var team = new ArrayList<>(draft.team().orElse(List.of()));
        for (var told : reading.lines()) {
            if (draft.info().owner().filter(owner -> folded(owner).equals(folded(told.name()))).isPresent()) {
                continue;
            }
            int at = indexOf(team, told);
            if (at < 0) {
                team.add(mate(told));
            } else {
                team.set(at, merged(team.get(at), told));
            }
        }
        draft = draft.team(team);
    }

    private static int indexOf(List<Mate> team, TeamLine told) {
        for (int at = 0; at < team.size(); at++) {
            if (folded(team.get(at).name()).equals(folded(told.name()))) {
                return at;
            }
        }
        return -1;
    }

    private static Mate mate(TeamLine told) {
        return new Mate(told.name(), told.phone().map(PhoneNumber::e164), permission(told.permission()),
                Set.copyOf(told.services()));
    }

    private static Mate merged(Mate before, TeamLine told) {
        return new Mate(before.name(), told.phone().map(PhoneNumber::e164).or(before::phone),
                told.permission().isPresent() ? permission(told.permission()) : before.permission(),
                told.everything() ? Set.of() : told.services().isEmpty() ? before.gives() : Set.copyOf(told.services()));
    }

    /** Who founds it owns it: nobody else is made an owner by a word. */
    private static Permission permission(Optional<Permission> told) {
        return told.map(permission -> permission == Permission.OWNER ? Permission.ADMIN : permission).orElse(Permission.STAFF);
    }

    private boolean week(String line) {
        var reading = WeekReader.read(line).or(() -> until(line));
        reading.ifPresent(this::open);
        return reading.isPresent();
    }

    /** "El sábado cierro a las 5": the opening is the one there is. */
    private Optional<WeekReading> until(String line) {
        var closes = CLOSES.matcher(line);
        if (!closes.find()) {
            return Optional.empty();
        }
        var day = WeekReader.read(closes.group("day") + " de 9 a 5").map(read -> read.days().keySet()).orElse(Set.of());
        return day.stream().filter(known -> !draft.week().getOrDefault(known, List.of()).isEmpty()).findFirst()
                .flatMap(known -> WeekReader.read("%s de %s a %s".formatted(closes.group("day"),
                        draft.week().getOrDefault(known, List.of()).getFirst().opens(), closes.group("hour"))));
    }

    private void open(WeekReading reading) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        week.putAll(draft.week());
        reading.days().forEach((day, hours) -> week.put(day,
                hours.stream().map(span -> new Span(span.opens(), span.closes())).toList()));
        draft = draft.week(week, reading.doubts().isEmpty() ? Set.of() : EnumSet.copyOf(reading.doubts()));
    }

    /**
     * @param names whether services without price and length count: only where services were asked for
     * @return whether anything was understood as services
     */
    private boolean menu(String line, boolean names) {
        var reading = MenuReader.read(line, draft.names());
        var lines = reading.lines().stream()
                .filter(told -> names || told.price().isPresent() || told.duration().isPresent()).toList();
        var removed = reading.removed().stream().filter(draft.names()::contains).toList();
        if (lines.isEmpty() && removed.isEmpty()) {
            return false;
        }
        draft = draft.menu(merged(new MenuReading(lines, removed)));
        return true;
    }

    private List<Item> merged(MenuReading reading) {
        var menu = new ArrayList<>(draft.menu());
        reading.lines().forEach(told -> put(menu, told));
        menu.removeIf(item -> reading.removed().contains(item.name()));
        return menu;
    }

    private static void put(List<Item> menu, ServiceLine told) {
        var name = told.known().orElse(told.name());
        for (int at = 0; at < menu.size(); at++) {
            if (folded(menu.get(at).name()).equals(folded(name))) {
                var before = menu.get(at);
                menu.set(at, new Item(before.name(),
                        told.duration().map(Hearing::minutes).or(before::minutes),
                        told.price().map(Money::centavos).or(before::centavos),
                        told.price().isPresent() ? told.from() : before.from()));
                return;
            }
        }
        menu.add(new Item(name, told.duration().map(Hearing::minutes), told.price().map(Money::centavos), told.from()));
    }

    /** "600 y dos horas" where the price and the length of one were asked for; "30 min todos" of all that lack it. */
    private boolean missing(String line) {
        var first = draft.incomplete();
        var named = MenuReader.read(line, draft.names()).lines().stream().anyMatch(told -> told.known().isPresent());
        if (first.isEmpty() || named || MenuReader.read(line, draft.names()).lines().stream().anyMatch(Hearing::told)) {
            return false;
        }
        var minutes = Amounts.duration(line).filter(length -> first.get().minutes().isEmpty()).map(Hearing::minutes);
        var price = minutes.isPresent() && !line.contains("$") && first.get().centavos().isPresent() ? Optional.<Long>empty()
                : Amounts.price(line).filter(amount -> first.get().centavos().isEmpty()).map(Money::centavos);
        if (minutes.isEmpty() && price.isEmpty()) {
            return false;
        }
        var all = EACH.matcher(line).find();
        draft = draft.menu(draft.menu().stream().map(item -> all || item.equals(first.get())
                ? new Item(item.name(), item.minutes().or(() -> minutes), item.centavos().or(() -> price), item.from())
                : item).toList());
        return true;
    }

    private static boolean told(ServiceLine line) {
        return line.name().codePoints().filter(Character::isLetter).count() > 2 && !EACH.matcher(line.name()).matches();
    }

    private static int minutes(Duration length) {
        return (int) length.toMinutes();
    }

    static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
