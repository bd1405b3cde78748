package mx.yume.assistant.language.business;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Names;
import mx.yume.assistant.language.ServiceNames;
import mx.yume.assistant.language.Vocabulary;
import mx.yume.business.Permission;
import mx.yume.platform.PhoneNumber;

/** Goes once over a message about a team. Somebody new begins with a name after a pause, or after all that was said of the one before. */
final class TeamScan {
    private static final int MOST_WORDS = 5;
    private static final int LONGEST_NAME = 80;
    private static final Set<String> PARTICLES = Set.of("de", "del", "la", "los", "las");
    private static final Set<String> ALSO_NAMES = Set.of("abril", "clara", "caro", "vale", "domingo", "julio", "sol");
    private static final Set<String> ADMIN = Vocabulary.words(
            "administradora administrador admin encargada encargado gerente gerenta administra supervisora supervisor");
    private static final Set<String> SEEING = Vocabulary.words("vea vean ver mire mirar consulte consultar");
    private static final Set<String> ONLY = Vocabulary.words("solo solamente nada nomas unicamente sola");
    private static final Pattern ALL = Pattern.compile(
            "(?<!\\p{L})tod(?:o|os|as)(?!\\p{L})(?! (?:el|l[oa]s) (?:d[ií]as?|semanas?|mañanas|tardes|agenda|citas))",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> TOGETHER = Vocabulary.words("hacen atienden saben pueden trabajan dan");
    private static final Set<String> NOT_NAMES = Vocabulary.words(
            """
                    agrega agregar agregame agregale agrego añade añadir anade invita invitar registra registrar mete alta estilista
                    estilistas barbero barbera barberos manicurista empleada empleado empleados ayudante asistente colega compañera
                    compañero tel telefono cel celular numero whats whatsapp wa hermana hermano primo prima tia tio mama papa hija hijo
                    cuñada cuñado sobrina sobrino esposa esposo amiga amigo socia socio pareja novia novio suegra comadre compadre hace
                    hacen hacer hacia sabe saben trabaja trabajan trabajo dedica especialista experta experto atiende atienden
                    administradora recepcionista agenda citas equipo personal gente solita solito sola solo mera mero nomas unicamente
                    servicios cortes el ella ellas ellos dan pone ponen realiza realizan encarga llama llaman somos mande mas todavia
                    acabe termine terminamos fin
                    luego despues agregamos agregar ninguno nadie negocio salon mismo misma vea vean mire consulte ver puede""");

    private final ServiceNames services;
    private final List<TeamLine> lines = new ArrayList<>();
    private final List<Piece> name = new ArrayList<>();
    private final StringBuilder does = new StringBuilder();
    private Optional<PhoneNumber> phone = Optional.empty();
    private Optional<Permission> permission = Optional.empty();
    private boolean together;
    private boolean only;
    private boolean sees;
    /** Something stood between the last word of the name and here. */
    private boolean pause = true;

    TeamScan(ServiceNames services) {
        this.services = services;
    }

    List<TeamLine> read(String text) {
        Matcher phones = Phones.WRITTEN.matcher(text);
        int from = 0;
        while (phones.find()) {
            words(text.substring(from, phones.start()));
            phone(phones.group());
            from = phones.end();
        }
        words(text.substring(from));
        next();
        return lines;
    }

    private void phone(String written) {
        if (phone.isPresent()) {
            next();
        }
        phone = Phones.number(written);
        pause = true;
    }

    private void words(String text) {
        List<Piece> pieces = Piece.of(text);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.isWord()) {
                word(piece, pieces.stream().skip(i + 1).limit(2).anyMatch(TeamScan::capital));
            } else {
                pause = true;
                does.append(piece.is("\n") ? "," : piece.raw());
                only &= !piece.is("\n");
            }
        }
    }

    private void word(Piece piece, boolean capitalAhead) {
        String word = piece.word();
        boolean particle = PARTICLES.contains(word) && !pause && !name.isEmpty() && capitalAhead;
        if (particle || isName(piece)) {
            name(piece, particle);
            return;
        }
        pause = true;
        does.append(' ').append(piece.raw());
        together |= TOGETHER.contains(word);
        only |= ONLY.contains(word);
        sees |= SEEING.contains(word);
        if (ADMIN.contains(word)) {
            permission = Optional.of(Permission.ADMIN);
        } else if (only && sees) {
            permission = Optional.of(Permission.VIEWER);
        }
    }

    private boolean isName(Piece piece) {
        String word = piece.word();
        boolean everyday = Vocabulary.known(word) && !(ALSO_NAMES.contains(word) && capital(piece));
        return word.length() > 1 && !everyday && !NOT_NAMES.contains(word) && !ADMIN.contains(word)
                && !services.isServiceWord(word);
    }

    private static boolean capital(Piece piece) {
        return Character.isUpperCase(piece.raw().codePointAt(0));
    }

    private void name(Piece piece, boolean particle) {
        if (pause && !name.isEmpty()) {
            next();
        }
        if (particle || name.size() < MOST_WORDS) {
            name.add(piece);
        }
        pause = false;
    }

    private void next() {
        String called = String.join(" ", name.stream()
                .map(piece -> PARTICLES.contains(piece.word()) ? piece.word() : Names.title(piece.raw())).toList());
        if (!called.isEmpty() && called.length() <= LONGEST_NAME) {
            boolean everything = ALL.matcher(does).find();
            List<String> meant = everything ? List.of() : services.meant(does.toString());
            share(meant, everything);
            lines.add(new TeamLine(called, phone, meant, everything, permission));
            name.clear();
            does.setLength(0);
            phone = Optional.empty();
            permission = Optional.empty();
            together = false;
            only = false;
            sees = false;
        }
    }

    /** "Lupe y Ana hacen corte" is said of both. */
    private void share(List<String> meant, boolean everything) {
        for (int i = lines.size() - 1; together && i >= 0 && lines.get(i).services().isEmpty()
                && !lines.get(i).everything(); i--) {
            TeamLine line = lines.get(i);
            lines.set(i, new TeamLine(line.name(), line.phone(), meant, everything, line.permission()));
        }
    }
}
