package mx.yume.conversation.handoff;

/** Whose conversations with the business are no customer's: what is said there is between them and Yume, links to sign in included. */
public final class Team {

    /** That conversation {@code c} of a query is a customer's, in real life or in the simulator. */
    public static final String NOT_OF_IT = """
            c.origin in ('real', 'simulator') and not exists (
                select 1 from person_identity i
                join staff_member s on s.organization_id = i.organization_id and s.active
                                   and (i.kind = 'phone' and s.phone = i.value or i.kind = 'user_id' and s.user_id = i.value)
                where i.organization_id = c.organization_id and i.person_id = c.person_id)
            """;

    private Team() {}
}
