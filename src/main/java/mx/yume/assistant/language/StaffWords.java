package mx.yume.assistant.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;

/** The people of one business by their names, nicknames and diminutives, and the ways to say that anyone will do. */
final class StaffWords {
    /** Names and what they are called by; each word stands for all the others of its line. */
    private static final List<Set<String>> NICKNAMES = List.of("guadalupe lupe lupita lupis",
            "alberto roberto humberto gilberto beto",
            "francisco paco pancho", "francisca paca pancha", "jose pepe", "josefina pepa josefa fina", "ignacio nacho",
            "antonio toño",
            "jesus chuy", "maria mari mary", "mariana mari", "patricia paty pati", "leticia lety leti", "beatriz bety beti",
            "veronica vero", "gabriela gaby gabi", "alejandra ale", "alejandro ale alex", "fernanda fer", "fernando fer",
            "daniela dani",
            "daniel dani", "eduardo lalo", "gerardo jerry gera", "ricardo richi ricky", "luis lucho", "manuel meme manolo",
            "rosario chayo",
            "rosa rosy", "teresa tere", "concepcion concha conchita", "dolores lola", "isabel chabela isa", "graciela chela",
            "consuelo chelo",
            "martha marta", "carolina caro", "susana susy", "sandra sandy", "monica moni", "claudia clau", "karla carla",
            "esther ester",
            "ana anita any", "juana juanita", "elizabeth eli liz", "miguel mike", "javier javi", "salvador chava",
            "rafael rafa",
            "enrique quique", "guillermo memo", "guillermina mina", "vicente chente", "jorge coque", "raul rulo", "sofia sofi",
            "valeria vale", "ximena xime", "estefania fany", "araceli ara cheli", "cristina cris", "cristian cris",
            "yolanda yola",
            "norma normita").stream().map(Vocabulary::words).toList();

    private static final Pattern ANYONE = Sentence
            .pattern("(?:con |que me atienda )?(?:quien sea|quienes sean|quien este|quien pueda[ns]?"
                    + "|quien (?:tu )?quieras|quien (?:tenga|tengas|tengan|haya|guste[ns]?|me (?:toque|atienda))|cualquiera(?: de (?:ellos|ellas|los \\d|las \\d))?"
                    + "|(?:el|la) que (?:sea|este|quieras|pueda|tenga|tengas|haya))(?: (?:libre|disponible|desocupad[oa]|lugar|espacio|este bien))?"
                    + "|(?:me )?(?:da|es) (?:igual|lo mismo)(?! (?:la hora|el dia|a que hora|que dia) )|no (?:me )?importa(?: (?:con )?quien)?|(?:no tengo|sin) preferencia|no tengo problema con quien|indistint[oa]|equis");
    /** What makes a name the one spoken to, or somebody's relative, and not the one asked for. */
    private static final Set<String> SPOKEN_TO = Vocabulary.words("""
            hola buenas buenos tardes noches dias dia tal gracias oye para amiga amigo hija hijo mama papa esposa esposo hermana
            hermano señora señorita seño jefa jefe estimada querida soy de""");

    private final Map<String, Set<StaffMember>> byName = new HashMap<>();
    private final Set<String> own = new LinkedHashSet<>();

    StaffWords(List<StaffMember> staff) {
        for (StaffMember member : staff) {
            List<String> names = namesOf(member);
            own.addAll(names);
            names.stream().flatMap(name -> forms(name).stream())
                    .forEach(form -> byName.computeIfAbsent(form, any -> new LinkedHashSet<>()).add(member));
        }
    }

    /** The names that slips are corrected to; nicknames are too near to other people's. */
    Set<String> words() {
        return own;
    }

    static boolean anyone(Sentence sentence) {
        return sentence.has(ANYONE);
    }

    static Sentence withoutAnyone(Sentence sentence) {
        return sentence.without(ANYONE);
    }

    /** Several people named ("con Ana o Beto"), or two of the same name, are a question. */
    Optional<Mention<StaffId>> read(Sentence sentence) {
        List<String> words = Arrays.asList(sentence.words().strip().split(" "));
        Set<StaffMember> asked = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            Set<StaffMember> called = byName.getOrDefault(words.get(i), Set.of());
            if (!called.isEmpty() && askedFor(words, i)) {
                asked.addAll(narrowed(called, words, i));
            }
        }
        return asked.isEmpty() ? Optional.empty() : Optional.of(new Mention<>(asked.stream().map(StaffMember::id).toList()));
    }

    /** The same without those who were asked for. */
    Sentence without(Sentence sentence) {
        List<String> words = Arrays.asList(sentence.words().strip().split(" "));
        List<String> rest = new ArrayList<>(words);
        for (int i = 0; i < words.size(); i++) {
            if (byName.containsKey(words.get(i)) && askedFor(words, i)) {
                rest.set(i, ",");
            }
        }
        return new Sentence(" " + String.join(" ", rest) + " ");
    }

    private boolean askedFor(List<String> words, int at) {
        String before = at == 0 ? "" : words.get(at - 1);
        boolean everyday = Vocabulary.COMMON.contains(words.get(at)) || Vocabulary.KEY.contains(words.get(at));
        boolean withTitle = at > 1 && words.subList(Math.max(0, at - 3), at).contains("con");
        return before.equals("con") || withTitle || (!everyday && !SPOKEN_TO.contains(before));
    }

    /** "Ana Ruiz" is one person where "Ana" may be two. */
    private Set<StaffMember> narrowed(Set<StaffMember> called, List<String> words, int at) {
        if (at + 1 >= words.size()) {
            return called;
        }
        String surname = words.get(at + 1);
        Set<StaffMember> exact = new LinkedHashSet<>(called);
        exact.removeIf(member -> !namesOf(member).contains(surname) && !surnames(member).contains(surname));
        return exact.isEmpty() ? called : exact;
    }

    /** The names somebody goes by: the first, and the second when there are two before a surname ("María José"). */
    private static List<String> namesOf(StaffMember member) {
        List<String> parts = parts(member);
        return parts.isEmpty() ? List.of() : List.of(parts.getFirst());
    }

    private static List<String> surnames(StaffMember member) {
        List<String> parts = parts(member);
        return parts.isEmpty() ? List.of() : parts.subList(1, parts.size());
    }

    private static List<String> parts(StaffMember member) {
        return Arrays.stream(Folding.fold(member.name()).split("[^\\p{L}]+")).filter(part -> !part.isEmpty()).map(Folding::calm)
                .toList();
    }

    private static Set<String> forms(String name) {
        Set<String> forms = new LinkedHashSet<>(diminutives(name));
        NICKNAMES.stream().filter(line -> line.contains(name)).forEach(line -> {
            forms.addAll(line);
            line.forEach(nickname -> forms.addAll(diminutives(nickname)));
        });
        return forms;
    }

    private static Set<String> diminutives(String name) {
        Set<String> forms = new LinkedHashSet<>(List.of(name));
        if (name.length() >= 5 && (name.endsWith("ita") || name.endsWith("ito"))) {
            String stem = name.substring(0, name.length() - 3);
            forms.addAll(List.of(stem + "a", stem + "o", stem + "e"));
        } else if (name.length() >= 3 && "aeo".indexOf(name.charAt(name.length() - 1)) >= 0) {
            String stem = name.substring(0, name.length() - 1);
            forms.addAll(List.of(stem + "ita", stem + "ito"));
        }
        return forms;
    }
}
