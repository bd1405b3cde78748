package mx.yume.platform;

/** An outcome that somebody has to be told of: every refusal, whoever asked and by whatever door. */
public interface Explained {

    /** Why, in Spanish for a person in a hurry: short, complete, and without naming alternatives. */
    String sentence();
}
