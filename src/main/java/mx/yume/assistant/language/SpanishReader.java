package mx.yume.assistant.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/**
 * Reads what a customer writes, without a model and without a network. It has no state, and its cost is bounded: only the
 * first {@value #READ} characters of a message count.
 *
 * <p>What was decided where people differ:
 * <ul>
 * <li>An answer is plain or it is none: "sí, pero a las 6" has a time and no answer, so a change of mind never confirms what
 * was shown before. {@link Reading#yesAndMore()} tells that it began with a yes.
 * <li>A weekday that is today's means today while the business is still open and the time said is not past, else next week.
 * <li>"El próximo viernes" is the first Friday at least two days away, to be confirmed.
 * <li>"En ocho días" is a week and "en quince" are two, to be confirmed.
 * <li>"El 2" is both a choice and a day, "2" only a choice: what was offered last decides.
 * <li>"Otra hora" is the wish to move; "mejor otra hora" goes back to choosing.
 * </ul>
 */
public final class SpanishReader {
    /** Characters that are read; nobody books with more. */
    static final int READ = 1_000;
    private static final int DAYS_OF_SOON = 13;
    private static final Pattern COURTESY = Sentence.pattern("buenas (?:tardes|noches)|buenos? dias?"
            + "|(?:hasta|nos vemos|te veo|alla nos vemos) (?:el |hasta |pronto |luego ){0,3}(?:mañana|lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?! (?:a las?|en la|por la|como|tempran[a-z]+) )"
            + "|(?:mañana|luego|despues|al rato|ahorita|mas tarde|(?:el )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)) (?:ya )?(?:te|les|le) (?:digo|aviso|confirmo|escribo|marco|llamo|hablo)");

    private static final Pattern AFTER_SOMETHING = Sentence.pattern("[^ ,]+ (?:, )*(?:muchas |mil )?gracias");

    private static final Reading FOREIGN = new Reading(Optional.of(Intent.FOREIGN), Optional.empty(), List.of(),
            Optional.empty(), false,
            Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), false);
    /** "corte las dos": at two, or both of them? Nobody knows, so it is no hour. */
    private static final Pattern BOTH_OR_AT_TWO = Pattern.compile("(?<= )([a-zñ]+) las [2-4](?= (?:[,?] )*$)");

    public Reading read(String text, Lexicon lexicon) {
        StaffWords staff = new StaffWords(lexicon.staff());
        ServiceWords services = new ServiceWords(lexicon.services());
        Set<String> local = new HashSet<>(staff.words());
        local.addAll(services.words());
        String bounded = bounded(text);
        if (English.clearly(bounded)) {
            return FOREIGN;
        }
        Names names = new Names(services::isServiceWord);
        Names.Introduced introduced = names.introduced(bounded);
        Sentence sentence = Sentence.of(introduced.rest(), new Spelling(local));
        return new Message(sentence, lexicon, staff, services, introduced.name(), names.bare(bounded),
                Stars.read(bounded, sentence)).reading();
    }

    /** Without cutting a character in two, and without what cannot be seen. */
    static String bounded(String text) {
        int end = Math.min(text.length(), READ);
        boolean split = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        StringBuilder seen = new StringBuilder();
        text.substring(0, split ? end - 1 : end).codePoints().filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /** One message being read. */
    private record Message(Sentence sentence, Lexicon lexicon, StaffWords staffWords, ServiceWords serviceWords,
            Optional<String> name, Optional<String> bareName, Optional<Integer> stars) {

        Reading reading() {
            Optional<Intent> intent = Intents.read(StaffWords.withoutAnyone(sentence));
            boolean moving = intent.equals(Optional.of(Intent.MOVE));
            Sentence wanted = Refusals.without(sentence.without(COURTESY));
            Optional<Mention<StaffId>> staff = staffWords.read(wanted);
            boolean anyStaff = staff.isEmpty() && StaffWords.anyone(wanted);
            Sentence unmanned = StaffWords.withoutAnyone(staffWords.without(wanted));
            List<Mention<ServiceId>> services = serviceWords.read(unmanned);
            DayWords.Marked marked = DayWords.mark(withoutBoth(unmanned), new Calendar(today(), weekendOver()));
            Optional<Day> named = new Days(marked, moving).together();
            TimeWords times = times(marked.sentence(), named, moving);
            Optional<TimeWords.Found> time = times.read(lexicon.now());
            Optional<DayReading> day = day(named, time);
            boolean says = !services.isEmpty() || staff.isPresent() || anyStaff || day.isPresent() || time.isPresent();
            Optional<Intent> wish = services.isEmpty() ? intent : Intents.wishing(wanted, intent);
            boolean impossible = marked.impossible() || times.impossible();
            return reading(wish, services, staff, anyStaff, day, time.map(TimeWords.Found::reading), says || impossible,
                    impossible, unmanned);
        }

        private Reading reading(Optional<Intent> intent, List<Mention<ServiceId>> services, Optional<Mention<StaffId>> staff,
                boolean anyStaff, Optional<DayReading> day, Optional<TimeReading> time, boolean says, boolean impossible,
                Sentence unmanned) {
            OptionalInt choice = time.isPresent() ? OptionalInt.empty() : Choices.read(unmanned);
            boolean another = says || choice.isPresent() || name.isPresent() || intent.filter(Message::another).isPresent();
            Optional<Answer> answer = another ? Optional.empty() : YesNo.read(sentence).or(() -> refusal(intent));
            boolean yesAndMore = another && YesNo.beginsWithYes(sentence);
            boolean alsoName = answer.isEmpty() || bareName.filter("Vale"::equals).isPresent();
            boolean only = (intent.isEmpty() || thanksAfter(intent)) && alsoName && services.isEmpty() && !anyStaff
                    && day.isEmpty()
                    && time.isEmpty() && choice.isEmpty() && name.isEmpty() && !impossible && stars.isEmpty();
            return new Reading(intent, answer, services, staff, anyStaff, day, time, choice, name,
                    only ? bareName : Optional.empty(), yesAndMore, impossible, Refusals.excluded(sentence), stars);
        }

        /** "Raúl Pérez, gracias" */
        private boolean thanksAfter(Optional<Intent> intent) {
            return intent.equals(Optional.of(Intent.THANKS)) && sentence.has(AFTER_SOMETHING);
        }

        private Optional<Answer> refusal(Optional<Intent> intent) {
            boolean refused = Refusals.in(sentence) && !Intents.refused(sentence) && !YesNo.beginsWithYes(sentence);
            return intent.isEmpty() && refused ? Optional.of(Answer.NO) : Optional.empty();
        }

        private Sentence withoutBoth(Sentence rest) {
            return new Sentence(BOTH_OR_AT_TWO.matcher(rest.words())
                    .replaceAll(match -> serviceWords.isServiceWord(match.group(1)) ? match.group(1) + " ," : match.group()));
        }

        /** A wish that a yes beside it must not hide. */
        private static boolean another(Intent intent) {
            return switch (intent) {
                case GREETING, THANKS, BOOK -> false;
                case USUAL, MOVE, CANCEL, CANCEL_ALL, WAITLIST, ABOUT_YOU, INSULT, FOREIGN, MY_APPOINTMENTS, SERVICES, HOURS,
                        ADDRESS, HELP, BACK, DROP, HUMAN, OPT_OUT, OPT_IN ->
                    true;
            };
        }

        private LocalDate today() {
            return lexicon.now().toLocalDate();
        }

        private TimeWords times(Sentence rest, Optional<Day> day, boolean moving) {
            var weekday = day.filter(Day::single).map(named -> named.reading().from().getDayOfWeek());
            return new TimeWords(rest, new OpenHours(lexicon.hours(), weekday), moving);
        }

        private Optional<DayReading> day(Optional<Day> named, Optional<TimeWords.Found> time) {
            if (named.isPresent()) {
                Day day = named.get();
                boolean over = day.byWeekday() && day.reading().from().equals(today())
                        && over(time.map(TimeWords.Found::reading));
                return Optional.of(over ? new DayReading(today().plusWeeks(1), today().plusWeeks(1), day.reading().confirm())
                        : day.reading());
            }
            return time.flatMap(found -> switch (found.days()) {
                case ANY -> Optional.empty();
                case TODAY -> Optional.of(DayReading.of(today()));
                case FROM_TODAY -> Optional.of(new DayReading(today(), today().plusDays(DAYS_OF_SOON), false));
            });
        }

        /** Nothing of that time is left today. */
        private boolean over(Optional<TimeReading> time) {
            LocalTime now = lexicon.now().toLocalTime();
            return closed() || time.filter(said -> said.to().isBefore(now)).isPresent();
        }

        private boolean weekendOver() {
            return switch (today().getDayOfWeek()) {
                case SATURDAY -> closed() && lexicon.hours().on(DayOfWeek.SUNDAY).isEmpty();
                case SUNDAY -> closed();
                case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> false;
            };
        }

        /** The business does not open again today. */
        private boolean closed() {
            LocalTime now = lexicon.now().toLocalTime();
            return lexicon.hours().on(today().getDayOfWeek()).stream()
                    .noneMatch(stretch -> stretch.crossesMidnight() || stretch.closes().isAfter(now));
        }
    }
}
