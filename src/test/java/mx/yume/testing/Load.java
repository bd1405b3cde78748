package mx.yume.testing;

/** How much a test of a promise does: what fits into every build, or with {@code -Dyume.load=full} what the promise is about. */
public final class Load {

    private static final boolean FULL = "full".equals(System.getProperty("yume.load"));

    private Load() {}

    public static int of(int inEveryBuild, int full) {
        return FULL ? full : inEveryBuild;
    }

    /** A new one each time; {@code -Dseed=…} for one that was printed before. */
    public static long seed(String test) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(test + ": -Dseed=" + seed);
        return seed;
    }
}
