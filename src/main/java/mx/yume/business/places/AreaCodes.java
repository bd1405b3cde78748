package mx.yume.business.places;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import mx.yume.platform.PhoneNumber;

/**
 * What the clocks show where a Mexican phone is from: the area code of the national numbering plan (IFT, Plan Técnico Fundamental
 * de Numeración; the list of codes as told to the ITU, T020200008A). Codes that reach over a border of zones have that of their
 * larger town.
 */
public final class AreaCodes {

    /** Of two digits, whatever follows: Mexico City, Guadalajara, Monterrey. */
    private static final Set<String> SHORT = Set.of("33", "55", "56", "81");
    private static final ZoneId CENTER = ZoneId.of("America/Mexico_City");

    /** Zone in America/: the codes that are not on the time of the center for certain. */
    private static final String ELSEWHERE = """
            Tijuana: 616 646 658 661 663 664 665 686
            Mazatlan: 612 613 615 624 667 668 669 660 672 673 687 694 695 696 697 698 311 319 323 324 325 327 389
            Bahia_Banderas: 329
            Hermosillo: 622 623 631 632 633 634 637 638 641 642 643 644 645 647 651 653 662
            Chihuahua: 614 621 625 627 628 629 635 636 639 648 649 652 659
            Ciudad_Juarez: 656 657
            Ojinaga: 626
            Monterrey: 81 618 671 674 675 676 677 821 823 824 825 826 828 829 832 833 834 835 836 841 842 844 861 864 866 869 870 871 872 892
            Matamoros: 862 867 868 873 877 878 891 894 897 899
            Merida: 938 969 981 982 985 986 988 990 991 996 997 999
            Cancun: 983 984 987 998
            """;
    private static final Map<String, ZoneId> ZONES = read();

    private AreaCodes() {}

    /** Empty for a phone of another country, which tells nothing about where the business is. */
    public static Optional<ZoneId> zone(PhoneNumber phone) {
        return code(phone).map(code -> ZONES.getOrDefault(code, CENTER));
    }

    /** The area code, two or three digits. */
    public static Optional<String> code(PhoneNumber phone) {
        return national(phone)
                .map(national -> national.substring(0, SHORT.contains(national.substring(0, 2)) ? 2 : 3));
    }

    private static Optional<String> national(PhoneNumber phone) {
        var e164 = phone.e164();
        return e164.startsWith("+52") && e164.length() == 13 ? Optional.of(e164.substring(3)) : Optional.empty();
    }

    private static Map<String, ZoneId> read() {
        var zones = new HashMap<String, ZoneId>();
        ELSEWHERE.lines().forEach(line -> {
            var parts = line.split(":", -1);
            for (var code : parts[1].strip().split(" ", -1)) {
                zones.put(code, ZoneId.of("America/" + parts[0]));
            }
        });
        return Map.copyOf(zones);
    }
}
