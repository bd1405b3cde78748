package mx.yume.scheduling.attendance;

import java.util.Optional;

/**
 * How a customer liked a visit.
 *
 * @param stars 1 to 5; anything else is answered, not kept
 * @param comment up to {@value Attendance#LONGEST_COMMENT} characters; what is blank is none
 */
public record Rating(int stars, Optional<String> comment) {

    public Rating {
        comment = comment.map(String::strip).filter(text -> !text.isEmpty());
    }
}
