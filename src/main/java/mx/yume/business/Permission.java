package mx.yume.business;

/** What a staff member may do; the columns of the matrix in SPEC 5. */
public enum Permission {
    OWNER, ADMIN, STAFF, VIEWER
}
